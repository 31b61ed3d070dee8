package org.nasworkbench.experiment.worker;

import java.io.Serializable;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.work.Work;

/** What a worker process and its parent say to each other. */
sealed interface Message extends Serializable {
    /** Parent to worker: do this; the checkpoint file's name, or null. */
    record Request(Work<?> work, String checkpoint) implements Message {}

    /** Worker to parent: still alive. The first one after the start says that the worker is ready. */
    record Progress(double fraction, String note) implements Message {}

    /** Worker to parent: all done so far is in the checkpoint. */
    record Saved() implements Message {}

    /** Worker to parent: the result. */
    record Done(Serializable result) implements Message {}

    /** Worker to parent: it did not work. */
    record Failed(Outcome.Reason reason, String detail) implements Message {}
}
