package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nasworkbench.experiment.run.LatencyStock;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyRunner;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoreAddress;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyTables;

/** A study of a table that is made up, of 64 words, in a folder of a test's own: a second of searches by the thousand. */
record LetterStudy(Path folder) {
    private static final String STUDY = """
            name: letters
            space: {table: words.csv, genotype: word}
            score: {column: score, unit: percent, epochs: 20}
            cost: {column: seconds}
            budget: {simulated-seconds: %d}
            strategies:
              - {name: evolution, type: regularized-evolution, population: 6, sample: 3, offspring: 1}
            seeds: 1..%d
            """;

    /** Writes the study and its table. */
    static LetterStudy in(Path folder, int simulatedSeconds, int seeds) throws IOException {
        StringBuilder rows = new StringBuilder("word,score,seconds\n");
        for (int i = 0; i < 64; i++) {
            char[] word = {(char) ('a' + i / 16), (char) ('a' + i / 4 % 4), (char) ('a' + i % 4)};
            rows.append("%s,%s,%d\n".formatted(new String(word), 30 + i / 2.0 + (i * 37 % 11), 10 + i % 3));
        }
        Files.writeString(folder.resolve("words.csv"), rows);
        LetterStudy study = new LetterStudy(folder);
        Files.writeString(study.file(), STUDY.formatted(simulatedSeconds, seeds));
        return study;
    }

    Path file() {
        return folder.resolve("letters.yaml");
    }

    /** {@code nas run} of it into a folder. */
    String[] run(Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", file().toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Runs it in this process, as the command does it up to the tables; returns the folder. */
    Path run(Path out, StoreAddress address) throws Exception {
        RunFolder place = new RunFolder(out);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Study study = StudyReader.read(file(), List.of());
        Map<RunKey, String> failures = new StudyRunner(
                        study,
                        place,
                        address,
                        ExecutorSpec.processes(1),
                        Duration.ofMinutes(1),
                        new LatencyStock(folder),
                        nowhere)
                .run();
        assertEquals(Map.of(), failures);
        StudyTables.write(StoredStudy.read(place.store()), out);
        return out;
    }

    /** Starts a command in a process of its own, with words before it such as those of a limit; what it says goes to a file. */
    Process start(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Nas.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said())
                .start();
    }

    /** Standard error of what was started last. */
    File said() {
        return folder.resolve("stderr").toFile();
    }
}
