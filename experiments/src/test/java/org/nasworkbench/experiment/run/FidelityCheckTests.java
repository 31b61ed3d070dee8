package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.evaluation.InitialWeights;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.experiment.cli.TinyStudy;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.worker.ProcessExecutor;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.results.Fidelity;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

class FidelityCheckTests {
    private static final RunKey ONE = new RunKey("one", 1);
    private static final RunKey OTHER = new RunKey("other", 1);

    @TempDir
    Path folder;

    private Study study;
    private Ground ground;

    /** Scores that are known beforehand: of the i-th network i hundredths, after each epoch. */
    private record Planted(int count, boolean works) implements Work<SharedRanking.Scores> {
        @Override
        public SharedRanking.Scores perform(Workplace workplace) {
            if (!works) {
                throw new IllegalStateException("the weights are gone");
            }
            return new SharedRanking.Scores(
                    IntStream.range(0, count).mapToDouble(i -> i / 100.0).toArray());
        }

        @Override
        public CostCategory category() {
            return CostCategory.FIDELITY;
        }

        @Override
        public String title() {
            return "planted scores";
        }
    }

    private record PlantedRanking(boolean works) implements SharedRanking {
        @Override
        public List<Integer> epochs() {
            return List.of(1, 2);
        }

        @Override
        public Work<Scores> scores(List<Architecture> networks, int epoch, boolean recalibrated) {
            return new Planted(networks.size(), works);
        }

        @Override
        public InitialWeights weights(Architecture network) {
            return new InitialWeights.Random();
        }
    }

    /**
     * Stopped after three trainings, then after all of one run's scores, then ended: each piece is done once, and all of it is charged to
     * fidelity, trainings to the study and scores to their run.
     */
    @Test
    void whatIsDoneIsNotDoneAgain() throws Exception {
        prepare();
        List<Architecture> networks = FidelityCheck.networks(study, ground);
        assertEquals(10, networks.size());
        check(Map.of(), networks.subList(0, 3));
        check(Map.of(ONE, new PlantedRanking(true)), networks);
        StudyResults half = StoredStudy.read(folder.resolve("study.db"));
        check(Map.of(ONE, new PlantedRanking(true), OTHER, new PlantedRanking(true)), networks);
        StudyResults whole = StoredStudy.read(folder.resolve("study.db"));

        assertTrue(whole.fidelity().containsAll(half.fidelity()));
        assertEquals(2 * 2 * 2 * 10, whole.fidelity().size());
        assertEquals(
                10,
                whole.fidelity().stream()
                        .filter(row -> row.standAloneScore().isPresent())
                        .map(StudyResults.FidelityRow::genotype)
                        .distinct()
                        .count());
        assertEquals(seconds(half, ""), seconds(whole, ""), "trained once a study");
        assertEquals(seconds(half, "one"), seconds(whole, "one"));
        assertTrue(seconds(whole, "other") > 0);
        assertEquals(
                List.of(),
                whole.charges().stream()
                        .map(StudyResults.Charge::category)
                        .filter(category ->
                                !List.of("fidelity", "idle", "engine").contains(category))
                        .toList());
        assertEquals(
                0.09,
                Fidelity.last(whole).stream()
                        .flatMap(fidelity -> fidelity.rows().stream())
                        .mapToDouble(Fidelity.Row::shared)
                        .max()
                        .orElseThrow());
    }

    @Test
    void whatFailsIsSaidAndTriedAgain() throws Exception {
        prepare();
        List<String> failures = check(Map.of(ONE, new PlantedRanking(false)), List.of());
        assertEquals(4, failures.size());
        assertTrue(failures.get(0).contains("one seed 1 after epoch 1 failed (ERROR)"), failures::toString);
        assertTrue(failures.get(0).contains("the weights are gone"), failures::toString);
        assertEquals(List.of(), StoredStudy.read(folder.resolve("study.db")).fidelity());
        assertEquals(List.of(), check(Map.of(ONE, new PlantedRanking(true)), List.of()));
    }

    private void prepare() throws Exception {
        study = TinyStudy.in(folder, 1, "type: random-search").study();
        ChainSpace space = GroundWork.space(study);
        ground = new Ground(
                space,
                study.objective(),
                Optional.of(architecture -> new Latency(1
                        + architecture.choices().stream()
                                .mapToInt(choice -> choice)
                                .sum())),
                new Training(
                        GroundWork.task(study.trained().task()), study.trained().training()));
        try (StudyStore store = new StudyStore(folder.resolve("study.db"))) {
            store.fact("name", "checked");
            store.addRun(ONE, "spos", "{}");
            store.addRun(OTHER, "spos", "{}");
        }
    }

    private List<String> check(Map<RunKey, SharedRanking> rankings, List<Architecture> networks)
            throws IOException, InterruptedException {
        try (StudyStore store = new StudyStore(folder.resolve("study.db"));
                WorkerPool pool = new WorkerPool(store, new ProcessExecutor(1), Duration.ofMinutes(2))) {
            return new FidelityCheck(ground, store, pool, new RunFolder(folder), 7).check(rankings, networks);
        }
    }

    private static double seconds(StudyResults results, String strategy) {
        OptionalDouble seconds = results.charges().stream()
                .filter(charge ->
                        charge.strategy().equals(strategy) && charge.category().equals("fidelity"))
                .mapToDouble(StudyResults.Charge::deviceSeconds)
                .findFirst();
        return seconds.orElse(0);
    }
}
