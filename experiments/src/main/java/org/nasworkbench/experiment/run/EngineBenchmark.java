package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.RecordedTrainings;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.work.Seeds;

/** How many trials a second the workbench manages where an evaluation costs nothing: strategy, laboratory, budget, cache and store. */
public final class EngineBenchmark {
    /** What our searches are compared with. */
    public static final String BARE_LOOP = "bare loop";

    private static final Map<String, Map<String, Object>> SETTINGS = Map.of(
            "random-search", Map.of("batch", 64),
            "regularized-evolution", Map.of("population", 100, "sample", 25, "offspring", 1));

    private final String type;
    private final int trials;
    private final Ground ground = NullGround.ground();
    private final RecordedTrainings table = NullGround.table(ground);

    /** A piece of the benchmark; returns the number of its trials. */
    private interface Piece {
        int run() throws IOException, InterruptedException;
    }

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

    /**
     * Trials a second by what was run, each once with so many trials: first a loop that draws and looks up without any workbench, then
     * our searches, without a store and durable.
     */
    public static Map<String, Double> round(int trials) throws IOException, InterruptedException {
        EngineBenchmark random = new EngineBenchmark("random-search", trials);
        EngineBenchmark evolution = new EngineBenchmark("regularized-evolution", trials);
        Map<String, Double> perSecond = new LinkedHashMap<>();
        perSecond.put(BARE_LOOP, perSecond(random::bareLoop));
        perSecond.put(random.type, perSecond(random::withoutStore));
        perSecond.put(random.type + ", durable", perSecond(random::durable));
        perSecond.put(evolution.type, perSecond(evolution::withoutStore));
        perSecond.put(evolution.type + ", durable", perSecond(evolution::durable));
        return perSecond;
    }

    /** The settings of a strategy in benchmarks. */
    static Map<String, Object> settings(String type) {
        return SETTINGS.get(type);
    }

    private static double perSecond(Piece piece) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int done = piece.run();
        return done / ((System.nanoTime() - start) / 1e9);
    }

    /** Draws and looks up, and keeps the best score alone. */
    private int bareLoop() {
        RandomGenerator random = Seeds.random(1, BARE_LOOP);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < trials; i++) {
            Architecture drawn = ground.space().sample(random);
            best = Math.max(best, table.lookUp(drawn, 1, 0).outcome().score().orElseThrow());
        }
        if (best > 1) {
            throw new IllegalStateException("a score must be at most 1, but was " + best);
        }
        return trials;
    }

    /** Runs once and keeps nothing; returns the number of trials. */
    public int withoutStore() throws InterruptedException {
        return run(new NoLog());
    }

    /** Runs once with a store as table studies have it, durable when this returns; returns the number of trials. */
    public int durable() throws IOException, InterruptedException {
        RunFolder scratch = new RunFolder(Files.createTempDirectory("nas"));
        try (StudyStore store = new StudyStore(scratch.store())) {
            store.syncSeldom();
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
                        new TableAnswers(table, 1),
                        log,
                        meter,
                        new SimulatedClock(1),
                        false,
                        new RunProgress(run)));
        return (int) meter.trained();
    }
}
