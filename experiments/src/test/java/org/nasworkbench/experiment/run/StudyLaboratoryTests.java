package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.worker.ProcessExecutor;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.strategy.WorkFailedException;
import org.nasworkbench.task.LabelledFolder;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;

/** Small trainings, really done in worker processes. */
@Timeout(180)
class StudyLaboratoryTests {
    private static final RunKey RUN = new RunKey("evolution", 7);
    private static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.25, 3, 11, new Shape(3, 32, 48));
    private static final TrainingProtocol PROTOCOL =
            new TrainingProtocol(1, 8, Optimizer.ADAM, 0.01, 0, 0, Schedule.COSINE, false, 0, false);

    @TempDir
    Path folder;

    /** A latency that grows with the choices. */
    private record ByChoice() implements LatencyEvaluator {
        @Override
        public Latency of(Architecture architecture) {
            return new Latency(1
                    + architecture.choices().stream().mapToInt(choice -> choice).sum());
        }
    }

    /** What is done in a laboratory. */
    private interface Deed {
        void in(Laboratory lab) throws Exception;
    }

    private void run(int workers, BudgetMeter meter, SegmentationTask task, Path root, Deed deed) throws Exception {
        Files.createDirectories(root);
        RunFolder place = new RunFolder(root);
        Objective objective = new Objective(Objective.Form.SOFT, new Latency(20), -0.07);
        Ground ground = new Ground(SPACE, objective, Optional.of(new ByChoice()), new Training(task, PROTOCOL));
        try (StudyStore store = new StudyStore(place.store());
                WorkerPool pool = new WorkerPool(store, new ProcessExecutor(workers), Duration.ofMinutes(2))) {
            store.fact("name", "laboratory");
            store.addRun(RUN, "test", "{}");
            deed.in(new StudyLaboratory(
                    RUN,
                    ground,
                    new TrainedAnswers(RUN, ground, store, pool, place),
                    new StoredLog(RUN, SPACE, store),
                    meter,
                    new SimulatedClock(1),
                    false,
                    new RunProgress(RUN)));
        }
    }

    private void run(int trainings, Deed deed) throws Exception {
        run(2, trainings(trainings), new StreetScenes(32, 48, 16, 4, 4, 1), folder, deed);
    }

    private static BudgetMeter trainings(int number) {
        return meter(OptionalInt.of(number), OptionalDouble.empty());
    }

    private static BudgetMeter meter(OptionalInt trainings, OptionalDouble seconds) {
        return new BudgetMeter(new BudgetMeter.Limits(trainings, seconds, OptionalDouble.empty()));
    }

    private StudyResults results() {
        return StoredStudy.read(folder.resolve("study.db"));
    }

    /** What a run paid, in whatever category. */
    private double paid() {
        return results().charges().stream()
                .filter(charge -> charge.strategy().equals(RUN.strategy()))
                .mapToDouble(StudyResults.Charge::deviceSeconds)
                .sum();
    }

    private static List<Architecture> different(int count) {
        RandomGenerator random = Seeds.random(1, "different");
        return Stream.generate(() -> SPACE.sample(random))
                .map(SPACE::canonical)
                .distinct()
                .limit(count)
                .toList();
    }

    /** Another spelling of the same network. */
    private static Architecture twin(RandomGenerator random) {
        return Stream.generate(() -> SPACE.sample(random))
                .limit(100_000)
                .filter(architecture -> !SPACE.canonical(architecture).equals(architecture))
                .findFirst()
                .orElseThrow();
    }

    private static List<Architecture> architectures(List<Trial> trials) {
        return trials.stream().map(Trial::architecture).toList();
    }

    private static List<Integer> numbers(List<Trial> trials) {
        return trials.stream().map(Trial::number).toList();
    }

    @Test
    void resultsComeInTheOrderOfProposalsAndAreInTheStore() throws Exception {
        List<Architecture> proposals = different(4);
        run(10, lab -> {
            List<Trial> trials = lab.evaluate(proposals);
            assertEquals(proposals, architectures(trials));
            assertEquals(List.of(0, 1, 2, 3), numbers(trials));
            for (Trial trial : trials) {
                double score = trial.outcome().score().orElseThrow();
                assertEquals(lab.latency(trial.architecture()), trial.latency());
                assertEquals(OptionalDouble.of(lab.ground().objective().value(score, trial.latency())), trial.value());
                assertEquals(SPACE.print(trial.architecture()), trial.genotype());
                assertTrue(trial.cost().deviceSeconds() > 0 && !trial.cached());
            }
            try (StudyStore store = new StudyStore(folder.resolve("study.db"))) {
                assertEquals(trials, List.copyOf(store.trials(RUN, SPACE).values()), "before the strategy sees them");
            }
        });
    }

    @Test
    void repeatsAreAnsweredFromTheCacheAtNoCostWithCreditAlsoWithinABatch() throws Exception {
        Architecture twin = twin(Seeds.random(1, "twins"));
        Architecture canonical = SPACE.canonical(twin);
        run(10, lab -> {
            List<Trial> trials = new ArrayList<>(lab.evaluate(List.of(canonical, twin, canonical)));
            trials.addAll(lab.evaluate(List.of(twin)));
            Trial original = trials.get(0);
            assertEquals(List.of(canonical, twin, canonical, twin), architectures(trials));
            assertEquals(List.of(0, 1, 2, 3), numbers(trials));
            for (Trial repeat : trials.subList(1, 4)) {
                assertTrue(repeat.cached());
                assertEquals(new Cost(0, original.cost().deviceSeconds(), 0), repeat.cost());
                assertEquals(original.outcome(), repeat.outcome());
            }
            assertEquals(SPACE.print(twin), trials.get(1).genotype());
        });
        assertEquals(1, results().runs().get(0).distinct());
        assertEquals(4, results().runs().get(0).evaluations());
    }

    @Test
    void theBudgetCountsTrainingsAndABatchIsClippedToIt() throws Exception {
        List<Architecture> some = different(5);
        run(3, lab -> {
            assertEquals(2, lab.evaluate(List.of(some.get(0), some.get(0))).size());
            assertFalse(lab.exhausted());
            List<Trial> clipped =
                    lab.evaluate(List.of(some.get(1), some.get(0), some.get(2), some.get(3), some.get(4)));
            assertEquals(some.subList(1, 2), architectures(clipped).subList(0, 1));
            assertEquals(List.of(2, 3, 4), numbers(clipped));
            assertTrue(lab.exhausted());
            IllegalStateException refused =
                    assertThrows(IllegalStateException.class, () -> lab.evaluate(some.subList(0, 1)));
            assertEquals(
                    "the budget of evolution seed 7 is used up: ask exhausted() before evaluate()",
                    refused.getMessage());
            assertThrows(IllegalArgumentException.class, () -> lab.evaluate(List.of()));
        });
        assertEquals(5, results().trials().size());
    }

    @Test
    void aReplayIsAnsweredFromTheStoreWithoutNewChargesAndGoesOnFromThere() throws Exception {
        List<Architecture> some = different(3);
        List<Trial> first = new ArrayList<>();
        run(10, lab -> first.addAll(lab.evaluate(List.of(some.get(0), some.get(1), some.get(0)))));
        double paid = paid();

        run(10, lab -> {
            assertEquals(first, lab.evaluate(List.of(some.get(0), some.get(1), some.get(0))));
            assertEquals(paid, paid());
            assertEquals(List.of(3), numbers(lab.evaluate(List.of(some.get(2)))));
        });
        assertTrue(paid() > paid);
    }

    @Test
    void aStrategyThatProposesSomethingElseOnReplayIsToldSo() throws Exception {
        List<Architecture> some = different(2);
        run(10, lab -> lab.evaluate(some.subList(0, 1)));
        run(10, lab -> {
            IllegalStateException told =
                    assertThrows(IllegalStateException.class, () -> lab.evaluate(some.subList(1, 2)));
            assertEquals(
                    "a strategy must propose the same trainings again after an interruption, but trial 0 of evolution seed 7"
                            + " was " + SPACE.print(some.get(0)) + " (1 epochs) and is now "
                            + SPACE.print(some.get(1)) + " (1 epochs)",
                    told.getMessage());
        });
    }

    @Test
    void oneWorkerAndTwoMakeTheSameTrials() throws Exception {
        List<Architecture> proposals = new ArrayList<>(different(4));
        proposals.add(2, proposals.get(0));
        List<List<String>> made = new ArrayList<>();
        for (int workers = 1; workers <= 2; workers++) {
            run(workers, trainings(10), new StreetScenes(32, 48, 16, 4, 4, 1), folder.resolve("w" + workers), lab -> {
                made.add(lab.evaluate(proposals).stream()
                        .map(StudyLaboratoryTests::withoutTime)
                        .toList());
            });
        }
        assertEquals(made.get(0), made.get(1));
    }

    /** All of a trial but what depends on the clock; numbers to the last bit. */
    private static String withoutTime(Trial trial) {
        Outcome.Scored scored = (Outcome.Scored) trial.outcome();
        return trial.number() + " " + trial.genotype() + " " + scored.value() + " "
                + scored.metrics().get("val_pixel_accuracy") + " "
                + scored.metrics().get("train_loss") + " " + trial.latency() + " " + trial.value() + " "
                + trial.cached();
    }

    @Test
    void aFailureIsATrialWithItsCost() throws Exception {
        SegmentationTask unreadable =
                LabelledFolder.camVid(folder.resolve("nothing").toString(), 32, 48);
        run(1, trainings(10), unreadable, folder, lab -> {
            List<Trial> trials =
                    lab.evaluate(List.of(different(1).get(0), different(1).get(0)));
            Outcome.Failed failure = (Outcome.Failed) trials.get(0).outcome();
            assertEquals(Outcome.Reason.ERROR, failure.reason());
            assertTrue(failure.detail().contains("nothing"), failure::detail);
            assertEquals(OptionalDouble.empty(), trials.get(0).value());
            assertTrue(trials.get(0).cost().deviceSeconds() > 0);
            assertTrue(trials.get(1).cached(), "a failure is not tried again");
            assertEquals(failure, trials.get(1).outcome());
        });
        StudyResults.TrialRow row = results().trials().get(0);
        assertEquals("failed", row.status());
        assertEquals(row.deviceSeconds(), paid(), 1e-9);
        assertEquals(
                "failed",
                results().charges().stream()
                        .filter(charge -> charge.strategy().equals(RUN.strategy()))
                        .findFirst()
                        .orElseThrow()
                        .category());
    }

    @Test
    void heavyWorkIsDoneOnceAndItsNameTellsItFromOtherWorkOfTheSameTitle() throws Exception {
        double[] spent = new double[4];
        BudgetMeter first = meter(OptionalInt.empty(), OptionalDouble.of(1000));
        run(1, first, new StreetScenes(32, 48, 16, 4, 4, 1), folder, lab -> {
            assertEquals("a", lab.perform("first", new Nap(200, "a")));
            spent[0] = first.spent();
            assertEquals("b", lab.perform("second", new Nap(300, "b")));
            spent[1] = first.spent();
        });
        assertTrue(spent[0] >= 0.2 && spent[1] - spent[0] >= 0.3);
        assertEquals(paid(), spent[1], 1e-6);

        BudgetMeter again = meter(OptionalInt.empty(), OptionalDouble.of(1000));
        run(1, again, new StreetScenes(32, 48, 16, 4, 4, 1), folder, lab -> {
            assertEquals("a", lab.perform("first", new Nap(200, "not asked")));
            spent[2] = again.spent();
            assertEquals("b", lab.perform("second", new Nap(300, "not asked")));
            spent[3] = again.spent();
        });
        assertEquals(spent[0], spent[2], 1e-9, "or a budget of time would end elsewhere than before");
        assertEquals(spent[1], spent[3], 1e-9);
        assertEquals(paid(), spent[1], 1e-6);
    }

    @Test
    void heavyWorkThatFailsIsChargedAndTold() throws Exception {
        run(10, lab -> {
            WorkFailedException failed =
                    assertThrows(WorkFailedException.class, () -> lab.perform("nap", new Nap(10, "")));
            assertEquals(Outcome.Reason.ERROR, failed.outcome().reason());
            assertTrue(failed.getMessage().contains("overslept"), failed::getMessage);
        });
        assertTrue(paid() >= 0.01);
    }

    @Test
    void randomnessIsDerivedFromSeedStrategyAndPurpose() throws Exception {
        run(10, lab -> {
            assertEquals(lab.random("a").nextLong(), lab.random("a").nextLong());
            assertNotEquals(lab.random("a").nextLong(), lab.random("b").nextLong());
        });
    }
}
