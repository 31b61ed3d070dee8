package org.nasworkbench.experiment.worker;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.work.Work;

/**
 * A piece of work for the pool.
 *
 * @param run who pays; empty: the study as a whole
 * @param checkpoint file of its own that outlives an interruption
 * @param recorder writes the report to the store; runs in one transaction with the charges
 */
public record Assignment<R extends Serializable>(
        Optional<RunKey> run, Work<R> work, Optional<Path> checkpoint, Recorder<R> recorder) {
    /** Writes what came out. */
    @FunctionalInterface
    public interface Recorder<R extends Serializable> {
        void record(Report<R> report);
    }

    Message.Request request() {
        return new Message.Request(
                work, checkpoint.map(file -> file.toAbsolutePath().toString()).orElse(null));
    }

    /** Names it among all of the study that are under way. */
    String key() {
        return run.map(payer -> payer + " ").orElse("") + work.title();
    }
}
