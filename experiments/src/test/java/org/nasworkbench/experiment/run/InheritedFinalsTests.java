package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.evaluation.InitialWeights;
import org.nasworkbench.evaluation.KeptNetwork;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.experiment.cli.TinyStudy;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.experiment.worker.ProcessExecutor;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.network.Weights;
import org.nasworkbench.results.FinalTraining;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

@Timeout(240)
class InheritedFinalsTests {
    private static final List<String> SUPERNETS = List.of("spos", "squeezenas");

    @TempDir
    Path folder;

    /** Random weights times a number. */
    private record Scaled(float factor) implements InitialWeights {
        @Override
        public void into(Weights weights, Workplace workplace) {
            Map<String, float[]> values = weights.values();
            values.values().forEach(numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] *= factor;
                }
            });
            weights.overwrite(values);
        }
    }

    private record Heritage(float factor) implements SharedRanking {
        @Override
        public List<Integer> epochs() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Work<Scores> scores(List<Architecture> networks, int epoch, boolean recalibrated) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InitialWeights weights(Architecture network) {
            return new Scaled(factor);
        }
    }

    @Test
    void networksOfSupernetsStartFromTheirWeightsAndEveryRecordSaysSo() throws Exception {
        StudyResults done = run("final.inherit=shared-weights");
        assertEquals(
                SUPERNETS,
                done.finals().stream()
                        .filter(StudyResults.Final::inherited)
                        .map(StudyResults.Final::strategy)
                        .toList());
        assertTrue(done.finals().stream().allMatch(end -> end.score().isPresent()));
        assertEquals(4, done.finals().size());
        String manifest = Files.readString(out().manifest());
        assertTrue(
                manifest.replaceAll("\\s", "").contains("\"started-from-shared-weights\":[\"squeezenas\",\"spos\"]"),
                manifest);
        assertTrue(done.facts().get("final training").contains("from the supernet's weights"), done.facts()::toString);
        Map<String, KeptNetwork> kept = kept(done);
        assertTrue(FoundNetwork.in(out(), "spos", 1, OptionalLong.empty())
                .facts()
                .get("weights")
                .endsWith("; started from the supernet's weights"));

        forgetFinals();
        StudyResults again = run("final.inherit=shared-weights");
        assertEquals(scores(done), scores(again));
        assertEquals(bits(kept), bits(kept(again)));
    }

    /** The second of two from scratch is the first one's copy; nothing that inherited is anybody else's. */
    @Test
    void onlyTrainingsFromScratchAreShared() throws Exception {
        Study study = TinyStudy.in(folder, 1, "type: random-search").study();
        ChainSpace space = GroundWork.space(study);
        Ground ground = new Ground(
                space,
                study.objective(),
                Optional.of(architecture -> new Latency(1)),
                new Training(
                        GroundWork.task(study.trained().task()), study.trained().training()));
        Architecture chosen = space.parse("k3_e1 | k3_e3 | k3_e1 | k3d2_e3 | skip");
        Map<RunKey, Architecture> runs = new LinkedHashMap<>();
        for (String name : List.of("heir", "scratch", "other-heir", "copy")) {
            runs.put(new RunKey(name, 1), chosen);
        }
        Map<RunKey, SharedRanking> heritages =
                Map.of(new RunKey("heir", 1), new Heritage(0.5f), new RunKey("other-heir", 1), new Heritage(0.7f));
        RunFolder files = new RunFolder(folder);
        Map<String, FinalTraining> finals;
        try (StudyStore store = new StudyStore(files.store());
                WorkerPool pool = new WorkerPool(store, new ProcessExecutor(1), Duration.ofMinutes(2))) {
            runs.keySet().forEach(run -> store.addRun(run, "any", "{}"));
            for (int time = 0; time < 2; time++) {
                new FinalTrainings(ground, store, pool, files, 1, heritages).train(runs, List.of(1L));
            }
            finals = store.finals().stream()
                    .collect(Collectors.toMap(end -> end.run().strategy(), Function.identity()));
        }
        assertEquals(4, finals.size());
        finals.forEach((name, end) -> {
            assertEquals(name.endsWith("heir"), end.inherited(), name);
            assertEquals(name.equals("copy"), end.deviceSeconds() == 0, name);
        });
        assertEquals("the network of scratch seed 1", finals.get("copy").detail());
        Map<String, String> weights = new LinkedHashMap<>();
        for (RunKey run : runs.keySet()) {
            weights.put(run.strategy(), bits(KeptNetwork.read(files.finalNetwork(run, 1))));
        }
        assertEquals(weights.get("scratch"), weights.get("copy"));
        assertNotEquals(weights.get("scratch"), weights.get("heir"));
        assertNotEquals(weights.get("heir"), weights.get("other-heir"));
    }

    private RunFolder out() {
        return new RunFolder(folder.resolve("out"));
    }

    private StudyResults run(String change) throws Exception {
        TinyStudy tiny = TinyStudy.in(
                folder,
                2,
                "type: squeezenas, epochs: 2, warmup-epochs: 1, samples: 1",
                "type: spos, epochs: 1, population: 3, parents: 2, generations: 0, samples: 1",
                "type: random-search");
        Study study = StudyReader.read(tiny.file(), List.of(change, "fidelity.genotypes=0"));
        PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        StudyRunner runner = new StudyRunner(
                study,
                out(),
                ExecutorSpec.processes(2),
                Duration.ofMinutes(2),
                new LatencyStock(tiny.latencies()),
                quiet);
        assertEquals(Map.of(), runner.run());
        return StoredStudy.read(out().store());
    }

    /** As if the study had been cut off before its first final training. */
    private void forgetFinals() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + out().store());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("final", "inherited_final", "final_metric")) {
                statement.execute("DELETE FROM " + table);
            }
        }
        for (String strategy : SUPERNETS) {
            Files.delete(out().finalNetwork(new RunKey(strategy, 1), 1));
        }
    }

    private Map<String, KeptNetwork> kept(StudyResults results) throws Exception {
        Map<String, KeptNetwork> kept = new LinkedHashMap<>();
        for (StudyResults.Final end : results.finals()) {
            kept.put(end.strategy(), KeptNetwork.read(out().finalNetwork(new RunKey(end.strategy(), end.seed()), 1)));
        }
        return kept;
    }

    private static Map<String, String> bits(Map<String, KeptNetwork> networks) {
        return networks.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> bits(entry.getValue())));
    }

    private static String bits(KeptNetwork network) {
        return network.weights().entrySet().stream()
                .map(entry -> entry.getKey() + " " + Arrays.hashCode(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Double> scores(StudyResults results) {
        return results.finals().stream().collect(Collectors.toMap(StudyResults.Final::strategy, end -> end.score()
                .orElseThrow()));
    }
}
