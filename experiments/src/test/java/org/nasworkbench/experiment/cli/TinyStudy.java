package org.nasworkbench.experiment.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.run.GroundWork;
import org.nasworkbench.experiment.run.LatencyStock;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.LatencyKey;
import org.nasworkbench.latency.LatencyLine;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.Timing;
import org.nasworkbench.space.ChainSpace;

/** A study of seconds, its file and a latency table that is made up, in a folder of a test's own. */
public final class TinyStudy {
    private static final String TEXT = """
            name: tiny
            space: {name: squeezenas-small, width: 0.25, blocks: 1}
            task: {name: street-scenes, input: [32, 48], train: 16, validation: 4, test: 4, seed: 1}
            latency: {platform: this-cpu-djl}
            objective: {target-ms: 1.0}
            training: {epochs: 1, batch: 8, learning-rate: 0.01, optimizer: adam}
            budget: {trials: %d}
            strategies: [%s]
            seeds: [1]
            final: {epochs: 1, seeds: [1]}
            fidelity: {genotypes: 10}
            """;

    private static final String TABLE = """
            name: tiny
            space: {table: tiny.csv, genotype: arch}
            score: {column: acc, unit: fraction, epochs: 4, shorter: [{epochs: 1, column: early}]}
            cost: {column: seconds}
            latency: {column: millis}
            objective: {target-ms: 5.0}
            report: test
            budget: {trials: %d}
            strategies: [%s]
            seeds: [1, 2]
            """;

    private final Path folder;

    private TinyStudy(Path folder) {
        this.folder = folder;
    }

    /** Writes a study with these strategies, each a YAML map without its braces; the two baselines come by themselves. */
    public static TinyStudy in(Path folder, int trials, String... strategies)
            throws IOException, InvalidStudyException {
        TinyStudy tiny = new TinyStudy(folder);
        Files.writeString(tiny.file(), TEXT.formatted(trials, entries(strategies)));
        tiny.writeLatencyTable();
        return tiny;
    }

    /** The same on a table of 256 networks. */
    public static TinyStudy onTable(Path folder, int trials, String... strategies) throws IOException {
        List<String> rows = new ArrayList<>(List.of("arch,acc,seconds,millis,test,early"));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 256; i++) {
            String arch = Integer.toString(256 + i, 4).substring(1);
            double score = random.nextDouble();
            rows.add("%s,%.4f,%d,%.2f,%.4f,%.4f"
                    .formatted(arch, score, 10 + i, 1 + random.nextDouble(9), random.nextDouble(), score * score));
        }
        Files.write(folder.resolve("tiny.csv"), rows);
        TinyStudy tiny = new TinyStudy(folder);
        Files.writeString(tiny.file(), TABLE.formatted(trials, entries(strategies)));
        return tiny;
    }

    private static String entries(String... strategies) {
        return Arrays.stream(strategies).map(entry -> "{" + entry + "}").collect(Collectors.joining(", "));
    }

    /** The study's file. */
    public Path file() {
        return folder.resolve("tiny.yaml");
    }

    /** The study. */
    public Study study() throws IOException, InvalidStudyException {
        return StudyReader.read(file(), List.of());
    }

    /** The folder of the latency table. */
    public Path latencies() {
        return folder.resolve("latency");
    }

    /** {@code nas run} of this study into a folder, with two workers. */
    public String[] run(Path out, String... more) {
        return runBy("2", out, more);
    }

    /** {@code nas run} of this study into a folder, by these workers. */
    public String[] runBy(String workers, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                file().toString(),
                "--out",
                out.toString(),
                "--workers",
                workers,
                "--latency-dir",
                latencies().toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Starts the command in a process of its own; what it prints goes to files beside the study. */
    public Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    /** The same with more in its environment. */
    public Process start(Map<String, String> environment, String... arguments) throws IOException {
        return start(Nas.class, environment, arguments);
    }

    /** Starts the command by another main class. */
    Process start(Class<?> main, String... arguments) throws IOException {
        return start(main, Map.of(), arguments);
    }

    /** The same with more in its environment. */
    Process start(Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("stdout").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Standard error of all that was started, one after another. */
    public File errors() {
        return folder.resolve("stderr").toFile();
    }

    private void writeLatencyTable() throws IOException, InvalidStudyException {
        ChainSpace space = GroundWork.space(study());
        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        for (LatencyKey key : LatencyKey.all(space)) {
            double millis = 0.01 + 0.003 * (entries.size() % 17);
            entries.put(key, new Timing(millis, millis, millis, 10));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("space", LatencyBuild.fingerprint(space));
        facts.put("platform", "this-cpu-djl");
        facts.put("runtime", "made up for a test");
        LatencyTable table =
                new LatencyTable(facts, entries, new LatencyLine(0.2, 1.1), new LatencyCheck(20, 0, 0, 1, 1, 1, 1, 0));
        LatencyTableFile.write(
                table,
                new LatencyStock(latencies()).file(space, study().trained().latency()));
    }
}
