package org.nasworkbench.experiment.worker;

import java.io.IOException;

/** Where a study's work is done: a number of devices, each with one worker at a time. What comes out depends on the work alone. */
public interface Executor extends AutoCloseable {
    /** The number of devices, at least 1. */
    int devices();

    /**
     * A worker on a device; asked for when the device has none that is alive.
     *
     * @throws IOException if none can be had
     */
    Worker start(int device) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
