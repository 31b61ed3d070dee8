package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.ProcessExecutor;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.work.Work;

/** One piece of work outside any study, in a worker process as always. */
public final class DeviceWork {
    private DeviceWork() {}

    /**
     * Does the work and returns its result.
     *
     * @param out gets a line when it begins
     * @throws IllegalStateException if it failed
     */
    public static <R extends Serializable> R perform(Work<R> work, PrintStream out)
            throws IOException, InterruptedException {
        return perform(work, Optional.empty(), out);
    }

    /** The same with a file from which the work can go on after an interruption. */
    public static <R extends Serializable> R perform(Work<R> work, Optional<Path> checkpoint, PrintStream out)
            throws IOException, InterruptedException {
        out.println(work.title());
        Path scratch = Files.createTempDirectory("nas");
        RunFolder folder = new RunFolder(scratch);
        try (StudyStore store = new StudyStore(folder.store());
                WorkerPool pool = new WorkerPool(store, new ProcessExecutor(1), Duration.ofMinutes(30))) {
            Report<R> report = StudyLaboratory.await(
                    pool.submit(new Assignment<>(Optional.empty(), work, checkpoint, ignored -> {})));
            if (report instanceof Report.Failed<R> failed) {
                throw new IllegalStateException(work.title() + " failed ("
                        + failed.outcome().reason() + "): " + failed.outcome().detail());
            }
            return ((Report.Done<R>) report).result();
        } finally {
            folder.clear();
        }
    }
}
