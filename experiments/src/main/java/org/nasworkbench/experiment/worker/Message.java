package org.nasworkbench.experiment.worker;

import java.io.Serializable;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.work.Work;

/** What one who does work and one who wants it done say to each other, through whatever lies between them. */
public sealed interface Message extends Serializable {
    /** Do this; the checkpoint file's name, or null. */
    record Request(Work<?> work, String checkpoint) implements Message {}

    /** It begins only now: the time since the request was spent waiting for a machine. */
    record Begun() implements Message {}

    /** Still alive. A worker process says it first when it is ready. */
    record Progress(double fraction, String note) implements Message {}

    /** All done so far is in the checkpoint. */
    record Saved() implements Message {}

    /** What was in the checkpoint is lost, the work begins anew. */
    record Lost(String why) implements Message {}

    /** The result. */
    record Done(Serializable result) implements Message {}

    /** It did not work. */
    record Failed(Outcome.Reason reason, String detail) implements Message {}
}
