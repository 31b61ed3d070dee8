package org.nasworkbench.experiment.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.nasworkbench.results.StudyStore;

/** A process with one busy worker, to be killed; prints the worker's process number. */
final class LonelyParent {
    private LonelyParent() {}

    public static void main(String[] arguments) throws Exception {
        WorkerPool pool =
                new WorkerPool(new StudyStore(Path.of(arguments[0])), new ProcessExecutor(1), Duration.ofHours(1));
        Chore.Result worker = result(pool, new Chore(Chore.Kind.ECHO, ""));
        System.out.println(worker.pid());
        result(pool, new Chore(Chore.Kind.SLEEP, "3600000"));
    }

    private static Chore.Result result(WorkerPool pool, Chore chore) throws Exception {
        Report<Chore.Result> report = pool.submit(
                        new Assignment<>(Optional.empty(), chore, Optional.empty(), ignored -> {}))
                .get();
        return ((Report.Done<Chore.Result>) report).result();
    }
}
