package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.latency.FasterOperation;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.results.StoredStudy;

/** What is a faster operation worth where networks are trained? */
class TrainedWhatIfTests {
    @TempDir
    Path folder;

    private TinyStudy tiny;

    @BeforeEach
    void study() throws Exception {
        tiny = TinyStudy.in(folder, 2, "name: random-search, type: random-search");
    }

    private Ended ask(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("latency", "what-if", tiny.file().toString()));
        arguments.addAll(List.of(
                "--workers", "in-process", "--latency-dir", tiny.latencies().toString()));
        arguments.addAll(List.of("--out", folder.resolve("answers").toString()));
        arguments.addAll(List.of(more));
        return Ended.nas(arguments.toArray(String[]::new));
    }

    @Test
    void eachAnswerIsARunByTheAlteredTableThatGoesOnWhereItWas() throws Exception {
        Ended ended = ask("--operation", "k5", "--factor", "3");
        assertEquals(0, ended.code(), ended::err);
        List<String> rows = ended.out().lines().skip(2).toList();
        assertEquals(2, rows.size(), ended::out);
        assertTrue(rows.get(1).startsWith("k5 ") && rows.get(1).endsWith("no difference shown"), ended::out);

        RunFolder before = new RunFolder(folder.resolve("answers/as-it-is"));
        RunFolder after = new RunFolder(folder.resolve("answers/k5-3.0-times-as-fast"));
        LatencyTable table = LatencyTableFile.read(before.latency());
        assertEquals(new FasterOperation("k5", 3).in(table), LatencyTableFile.read(after.latency()));
        double gain = score(after) - score(before);
        assertEquals(gain, Double.parseDouble(rows.get(1).split(" +")[1]), 1e-4, ended::out);

        long trials = StoredStudy.read(after.store()).trials().size();
        Ended again = ask("--operation", "k5", "--factor", "3");
        assertEquals(ended.out(), again.out(), again::err);
        assertEquals(trials, StoredStudy.read(after.store()).trials().size());

        LatencyTableFile.write(new FasterOperation("e6", 2).in(table), before.latency());
        Ended other = ask("--operation", "k5", "--factor", "3");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("must begin with one latency table, but " + after.root()), other::err);
    }

    private static double score(RunFolder run) throws Exception {
        return StoredStudy.read(run.store()).runs().stream()
                .filter(row -> row.strategy().equals("random-search"))
                .findFirst()
                .orElseThrow()
                .finalScore()
                .orElseThrow();
    }

    /** Trainings that diverge leave nothing to choose, which is no score of 0. */
    @Test
    void aSearchThatFindsNoNetworkHasNoAnswer() {
        Ended ended = ask(
                "--operation",
                "k5",
                "--set",
                "training={epochs: 12, batch: 8, optimizer: sgd, learning-rate: 99, momentum: 0.99}");
        assertEquals(1, ended.code(), ended::out);
        assertTrue(
                ended.err().contains("must choose a network that has a final score, but random-search seed 1 has none"),
                ended::err);
    }

    @Test
    void unknownOperationsAndStrategiesAreRefusedBeforeAnyWork() {
        Ended operation = ask("--operation", "k7");
        assertEquals(2, operation.code());
        assertTrue(operation.err().contains("an operation must be one of [k3_e1, "), operation::err);
        Ended strategy = ask("--strategy", "nsga2");
        assertEquals(2, strategy.code());
        assertTrue(strategy.err().contains("a strategy of tiny must be one of [random-search, "), strategy::err);
        assertTrue(Files.notExists(folder.resolve("answers")));
    }
}
