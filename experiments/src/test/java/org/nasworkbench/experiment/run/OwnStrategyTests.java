package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.cli.TinyStudy;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.strategy.Strategies;

/** A strategy of a user's own is one short file and one line in {@code META-INF/services}; README shows it. */
class OwnStrategyTests {
    private static final Path SOURCE = Path.of("src/test/java/example/HillClimbing.java");
    private static final Path README = Path.of("../README.md");
    private static final String MARKER = "<!-- example: experiments/src/test/java/example/HillClimbing.java -->";

    @TempDir
    Path folder;

    @Test
    void itIsOneFileOfFewLines() throws Exception {
        List<String> lines = Files.readAllLines(SOURCE);
        assertTrue(lines.size() < 80, () -> lines.size() + " lines");
        assertTrue(lines.stream()
                .filter(line -> line.startsWith("import org.nasworkbench"))
                .allMatch(line -> line.matches("import org\\.nasworkbench\\.(evaluation|space|strategy)\\.\\w+;")));
    }

    @Test
    void itIsFoundByItsTypeAlone() {
        assertEquals(
                "example.HillClimbing",
                Strategies.provider("hill-climbing").getClass().getName());
    }

    @Test
    @Timeout(180)
    void itRunsInAStudyLikeAnyOther() throws Exception {
        TinyStudy tiny = TinyStudy.in(
                folder, 6, "name: climber, type: hill-climbing, neighbours: 2", "type: random-sampling, samples: 1");
        RunFolder out = new RunFolder(folder.resolve("out"));
        PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        for (int time = 0; time < 2; time++) {
            StudyRunner runner = new StudyRunner(
                    tiny.study(),
                    out,
                    ExecutorSpec.processes(2),
                    Duration.ofMinutes(2),
                    new LatencyStock(tiny.latencies()),
                    quiet);
            assertEquals(Map.of(), runner.run());
        }
        StudyResults.Run climber = StoredStudy.read(out.store()).runs().stream()
                .filter(run -> run.strategy().equals("climber"))
                .findFirst()
                .orElseThrow();
        assertEquals("done", climber.status());
        assertEquals("hill-climbing", climber.type());
        assertEquals(6, climber.distinct());
        assertTrue(climber.searchScore().isPresent() && climber.finalScore().isPresent());
        assertTrue(climber.deviceSeconds() > 0);
    }

    @Test
    void readmeShowsItToTheLetter() throws Exception {
        String readme = Files.exists(README) ? Files.readString(README) : "";
        String shown = MARKER + "\n```java\n" + Files.readString(SOURCE) + "```\n";
        assertTrue(
                readme.replace("\r\n", "\n").contains(shown),
                "README.md must hold the line\n" + MARKER + "\nthen a ```java block that is " + SOURCE
                        + " to the letter");
    }
}
