package org.nasworkbench.experiment.run;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.ProcessExecutor;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;

/** Real trainings of random networks, timed with one worker and with several in turn, round by round. */
public final class TrainingBenchmark {
    private static final SegmentationTask TASK = new StreetScenes(48, 64, 100, 16, 16, 1);
    private static final ChainSpace SPACE =
            SearchSpaces.chain("squeezenas-small", 0.5, 2, TASK.classes().size(), new Shape(3, 48, 64));
    private static final TrainingProtocol PROTOCOL = new TrainingProtocol(
            4, 16, TrainingProtocol.Optimizer.ADAM, 0.01, 0.9, 1e-4, TrainingProtocol.Schedule.COSINE, true, 0, false);

    private TrainingBenchmark() {}

    /**
     * One round.
     *
     * @param workers how many
     * @param trainingsPerHour throughput of all workers together
     * @param imagesPerSecond of one training, median over trainings
     */
    public record Throughput(int workers, double trainingsPerHour, double imagesPerSecond) {}

    /** Runs {@code trainings} networks with so many workers, after each worker has warmed up. */
    public static Throughput measure(int workers, int trainings) throws Exception {
        RunFolder scratch = new RunFolder(Files.createTempDirectory("nas"));
        try (StudyStore store = new StudyStore(scratch.store());
                WorkerPool pool = new WorkerPool(store, new ProcessExecutor(workers), Duration.ofMinutes(10))) {
            train(pool, workers);
            long start = System.nanoTime();
            double[] imagesPerSecond = train(pool, trainings);
            double hours = (System.nanoTime() - start) / 3.6e12;
            Arrays.sort(imagesPerSecond);
            return new Throughput(workers, trainings / hours, imagesPerSecond[imagesPerSecond.length / 2]);
        } finally {
            scratch.clear();
        }
    }

    private static double[] train(WorkerPool pool, int trainings) throws Exception {
        RandomGenerator random = Seeds.random(1, "benchmark");
        List<CompletableFuture<Report<StandaloneTraining.Result>>> pending = new ArrayList<>();
        for (int i = 0; i < trainings; i++) {
            Architecture architecture = SPACE.sample(random);
            pending.add(pool.submit(new Assignment<>(
                    Optional.empty(),
                    new StandaloneTraining(SPACE, architecture, TASK, PROTOCOL, Purpose.SEARCH, 1),
                    Optional.empty(),
                    ignored -> {})));
        }
        double[] imagesPerSecond = new double[trainings];
        for (int i = 0; i < trainings; i++) {
            if (!(StudyLaboratory.await(pending.get(i)) instanceof Report.Done<StandaloneTraining.Result> done)) {
                throw new IllegalStateException("a training of the benchmark failed");
            }
            imagesPerSecond[i] = done.result().imagesPerSecond();
        }
        return imagesPerSecond;
    }
}
