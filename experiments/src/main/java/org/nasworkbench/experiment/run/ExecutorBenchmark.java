package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
    private final Set<Errand.Place> places = new HashSet<>();
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
            List<CompletableFuture<Report<Errand.Place>>> underWay = new ArrayList<>();
            for (int i = begun; i < Math.min(count, begun + pool.devices()); i++) {
                int place = i;
                long start = System.nanoTime();
                underWay.add(pool.submit(new Assignment<>(
                                Optional.empty(), new Errand(errands++), Optional.empty(), report -> {}))
                        .whenComplete((report, failure) -> millis[place] = (System.nanoTime() - start) / 1e6));
            }
            for (CompletableFuture<Report<Errand.Place>> errand : underWay) {
                places.add(place(StudyLaboratory.await(errand)));
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    /** The number of processes that have done errands. */
    public int processes() {
        return places.size();
    }

    /** The GPUs that they were given, each once. */
    public SortedSet<String> gpus() {
        return places.stream()
                .map(Errand.Place::gpus)
                .filter(gpus -> !gpus.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Errand.Place place(Report<Errand.Place> report) {
        if (report instanceof Report.Done<Errand.Place> done) {
            return done.result();
        }
        throw new IllegalStateException("an errand failed: "
                + ((Report.Failed<Errand.Place>) report).outcome().detail());
    }

    @Override
    public void close() throws IOException {
        pool.close();
        store.close();
        new RunFolder(scratch).clear();
    }
}
