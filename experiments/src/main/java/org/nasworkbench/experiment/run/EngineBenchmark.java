package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Ground;

/** How many trials a second the workbench manages where an evaluation costs nothing: strategy, laboratory, budget, cache and store. */
public final class EngineBenchmark {
    private static final Map<String, Map<String, Object>> SETTINGS = Map.of(
            "random-search", Map.of("batch", 64),
            "regularized-evolution", Map.of("population", 100, "sample", 25, "offspring", 1));

    private final String type;
    private final int trials;
    private final Ground ground = NullGround.ground();

    /**
     * A benchmark.
     *
     * @param type {@code random-search} or {@code regularized-evolution}
     * @param trials of one run
     */
    public EngineBenchmark(String type, int trials) {
        this.type = type;
        this.trials = trials;
    }

    /** Runs once and keeps nothing; returns the number of trials. */
    public int withoutStore() throws InterruptedException {
        return run(new NoLog());
    }

    /** Runs once, every trial durable in a new store before the run's end is told; returns the number of trials. */
    public int durable() throws IOException, InterruptedException {
        RunFolder scratch = new RunFolder(Files.createTempDirectory("nas"));
        try (StudyStore store = new StudyStore(scratch.store())) {
            GroupedLog log = new GroupedLog(new RunKey(type, 1), ground.space(), store);
            int done = run(log);
            log.write(() -> {});
            return done;
        } finally {
            scratch.clear();
        }
    }

    private int run(TrialLog log) throws InterruptedException {
        RunKey run = new RunKey(type, 1);
        BudgetMeter meter = new BudgetMeter(
                new BudgetMeter.Limits(OptionalInt.of(trials), OptionalDouble.empty(), OptionalDouble.empty()));
        new Search(run, new StrategySpec(type, type, SETTINGS.get(type)))
                .in(new StudyLaboratory(
                        run,
                        ground,
                        new TableAnswers((org.nasworkbench.evaluation.RecordedTrainings) ground.evaluation(), 1),
                        log,
                        meter,
                        new SimulatedClock(1),
                        false,
                        new RunProgress(run)));
        return (int) meter.trained();
    }

    /** Keeps nothing. */
    private record NoLog() implements TrialLog {
        @Override
        public SortedMap<Integer, Trial> recorded() {
            return new TreeMap<>();
        }

        @Override
        public void add(Trial trial, Architecture canonical) {}

        @Override
        public void trace(String series, int step, double value) {}
    }
}
