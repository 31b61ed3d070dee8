package org.nasworkbench.experiment.run;

import java.io.Serializable;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.ProcessExecutor;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.results.Trend;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.SystemMemory;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/** Different networks trained for two steps each, one after another in one worker process: does its memory grow? */
public final class SoakBenchmark {
    private static final StreetScenes TASK = new StreetScenes(32, 48, 20, 4, 4, 1);
    private static final TrainingProtocol TWO_STEPS = new TrainingProtocol(
            1, 8, TrainingProtocol.Optimizer.ADAM, 0.01, 0.9, 1e-4, TrainingProtocol.Schedule.COSINE, true, 0, false);

    private SoakBenchmark() {}

    /**
     * What a worker held in memory.
     *
     * @param first bytes after the first network
     * @param settled mean bytes over the first block of networks that counts
     * @param last the same over the last block
     * @param growth bytes that each network adds to those before it
     */
    public record Result(long first, double settled, double last, Trend growth) {}

    private record Resident(long process, long bytes) implements Serializable {}

    /** Trains, then tells what the process holds. */
    private record Soaked(StandaloneTraining training) implements Work<Resident> {
        @Override
        public Resident perform(Workplace workplace) {
            training.perform(workplace);
            return new Resident(
                    ProcessHandle.current().pid(),
                    SystemMemory.here().resident().orElseThrow());
        }

        @Override
        public CostCategory category() {
            return CostCategory.SEARCH_TRAINING;
        }

        @Override
        public String title() {
            return training.title();
        }
    }

    /**
     * Trains.
     *
     * @param networks how many
     * @param unsettled how many at the beginning do not count
     * @param block neighbours are alike, so that the trend is that of the means of so many; at least 3 blocks must count
     * @param done gets the number of each network that is trained
     * @throws IllegalStateException if the system does not tell, a training failed, or the worker did not last
     */
    public static Result measure(int networks, int unsettled, int block, IntConsumer done) throws Exception {
        if (SystemMemory.here().resident().isEmpty()) {
            throw new IllegalStateException("the memory of a process must be known, but this system does not tell");
        }
        int blocks = (networks - unsettled) / block;
        if (blocks < 3) {
            throw new IllegalArgumentException(
                    "at least 3 blocks of " + block + " networks must be trained after the first " + unsettled
                            + ", but there are " + networks + " networks");
        }
        long[] bytes = train(networks, done);
        double[] means = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            int from = unsettled + b * block;
            means[b] = Arrays.stream(bytes, from, from + block).average().orElseThrow();
        }
        Trend trend = Trend.of(Arrays.stream(means).map(mean -> mean / block).toArray());
        return new Result(bytes[0], means[0], means[blocks - 1], trend);
    }

    private static long[] train(int networks, IntConsumer done) throws Exception {
        ChainSpace space = SearchSpaces.chain(
                "squeezenas-small", 0.25, 2, TASK.classes().size(), new Shape(3, TASK.height(), TASK.width()));
        RandomGenerator random = Seeds.random(1, "soak");
        Set<Architecture> different = new HashSet<>();
        long[] bytes = new long[networks];
        long process = 0;
        RunFolder scratch = new RunFolder(Files.createTempDirectory("nas"));
        try (StudyStore store = new StudyStore(scratch.store());
                WorkerPool pool = new WorkerPool(store, new ProcessExecutor(1), Duration.ofMinutes(10))) {
            for (int i = 0; i < networks; i++) {
                Architecture network = space.canonical(space.sample(random));
                while (!different.add(network)) {
                    network = space.canonical(space.sample(random));
                }
                Resident resident = train(pool, space, network);
                if (i > 0 && resident.process() != process) {
                    throw new IllegalStateException("one worker must train all networks, but it ended after " + i);
                }
                process = resident.process();
                bytes[i] = resident.bytes();
                done.accept(i + 1);
            }
            return bytes;
        } finally {
            scratch.clear();
        }
    }

    private static Resident train(WorkerPool pool, ChainSpace space, Architecture network) throws InterruptedException {
        Soaked work = new Soaked(new StandaloneTraining(space, network, TASK, TWO_STEPS, Purpose.SEARCH, 1));
        Report<Resident> report = StudyLaboratory.await(
                pool.submit(new Assignment<>(Optional.empty(), work, Optional.empty(), ignored -> {})));
        if (report instanceof Report.Failed<Resident> failed) {
            throw new IllegalStateException(
                    work.title() + " failed: " + failed.outcome().detail());
        }
        return ((Report.Done<Resident>) report).result();
    }
}
