package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.results.StudyStore;

/** What an executor adds to each piece of work, all that is written to the record included. */
public final class ExecutorBenchmark implements AutoCloseable {
    private final Path scratch;
    private final StudyStore store;
    private final WorkerPool pool;
    private int errands;

    /** Opens the executor; its workers start with the first errands. */
    public ExecutorBenchmark(ExecutorSpec executor) throws IOException {
        scratch = Files.createTempDirectory("nas");
        store = new StudyStore(new RunFolder(scratch).store());
        pool = new WorkerPool(store, executor.open(new RunFolder(scratch).work()), Duration.ofMinutes(5));
    }

    /** Milliseconds from the request to the answer of so many errands, as many under way as there are devices, in ascending order. */
    public double[] round(int count) throws InterruptedException {
        double[] millis = new double[count];
        for (int begun = 0; begun < count; begun += pool.devices()) {
            List<CompletableFuture<Report<Integer>>> underWay = new ArrayList<>();
            for (int i = begun; i < Math.min(count, begun + pool.devices()); i++) {
                int place = i;
                long start = System.nanoTime();
                underWay.add(pool.submit(new Assignment<>(
                                Optional.empty(), new Errand(errands++), Optional.empty(), report -> {}))
                        .whenComplete((report, failure) -> millis[place] = (System.nanoTime() - start) / 1e6));
            }
            for (CompletableFuture<Report<Integer>> errand : underWay) {
                if (StudyLaboratory.await(errand) instanceof Report.Failed<Integer> failed) {
                    throw new IllegalStateException(
                            "an errand failed: " + failed.outcome().detail());
                }
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    @Override
    public void close() throws IOException {
        pool.close();
        store.close();
        new RunFolder(scratch).clear();
    }
}
