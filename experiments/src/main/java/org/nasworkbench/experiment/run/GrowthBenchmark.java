package org.nasworkbench.experiment.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchResult;

/**
 * What a study costs by the number of its trials, where an evaluation costs nothing: to write it, to go on with it, to read it and to
 * report it. A trial of a large study should cost what one of a small study does.
 */
public final class GrowthBenchmark {
    private static final List<String> STRATEGIES = List.of("random-search", "regularized-evolution");
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Ground ground = NullGround.withLatency();
    private final int seeds;
    private final int trialsOfARun;

    private GrowthBenchmark(int trials, int runs) {
        seeds = runs / STRATEGIES.size();
        trialsOfARun = trials / runs;
    }

    /** A piece of the benchmark. */
    private interface Piece {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Writes a study of so many trials and does with it what people do; returns what each of its trials costs, by what it is.
     *
     * @param trials a multiple of {@code runs}
     * @param runs an even number: two strategies take turns
     */
    public static Map<String, Double> perTrial(int trials, int runs) throws IOException, InterruptedException {
        return new GrowthBenchmark(trials, runs).measure(trials);
    }

    private Map<String, Double> measure(int trials) throws IOException, InterruptedException {
        Map<String, Double> costs = new LinkedHashMap<>();
        RunFolder scratch = new RunFolder(Files.createTempDirectory("nas"));
        try {
            costs.put("write, us", micros(() -> search(scratch, true)));
            costs.put("store, bytes", (double) bytes(scratch.root()));
            costs.put("resume, us", micros(() -> search(scratch, false)));
            StudyResults[] read = new StudyResults[1];
            long before = heap();
            costs.put("read, us", micros(() -> read[0] = StoredStudy.read(scratch.store())));
            costs.put("read, bytes of heap", (double) heap() - before);
            if (read[0].trials().size() != trials) {
                throw new IllegalStateException(
                        trials + " trials were written, but " + read[0].trials().size() + " read");
            }
            read[0] = null;
            long store = bytes(scratch.root());
            costs.put("report, us", micros(() -> StudyOutputs.write(scratch)));
            costs.put("report, bytes", (double) bytes(scratch.root()) - store);
        } finally {
            scratch.clear();
        }
        costs.replaceAll((what, cost) -> cost / trials);
        return costs;
    }

    /** Runs all searches; those that are recorded are replayed, as after an interruption at the very end. */
    private void search(RunFolder folder, boolean anew) throws InterruptedException {
        try (StudyStore store = new StudyStore(folder.store())) {
            store.fact("name", "growth");
            store.fact("full_epochs", "1");
            store.syncSeldom();
            for (String type : STRATEGIES) {
                for (long seed : LongStream.rangeClosed(1, seeds).toArray()) {
                    search(new RunKey(type, seed), store, anew);
                }
            }
        }
    }

    private void search(RunKey run, StudyStore store, boolean anew) throws InterruptedException {
        StrategySpec spec = new StrategySpec(run.strategy(), run.strategy(), EngineBenchmark.settings(run.strategy()));
        store.addRun(run, run.strategy(), "{}");
        GroupedLog log = new GroupedLog(run, ground.space(), store);
        BudgetMeter meter = new BudgetMeter(
                new BudgetMeter.Limits(OptionalInt.of(trialsOfARun), OptionalDouble.empty(), OptionalDouble.empty()));
        SearchResult result = new Search(run, spec)
                .in(new StudyLaboratory(
                        run,
                        ground,
                        new TableAnswers(NullGround.table(ground), 1),
                        log,
                        meter,
                        new SimulatedClock(1),
                        true,
                        new RunProgress(run)));
        if (anew) {
            log.write(() -> store.finish(
                    run, result.chosen(), result.searchScore(), result.front(), System.currentTimeMillis()));
        }
    }

    /** Processor time of the whole process, which a neighbour's work does not lengthen as it does the wall clock's. */
    private static double micros(Piece piece) throws IOException, InterruptedException {
        long before = PROCESS.getProcessCpuTime();
        piece.run();
        return (PROCESS.getProcessCpuTime() - before) / 1e3;
    }

    /** What is in use after a collection. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
