package org.nasworkbench.experiment.worker;

import java.io.Serializable;
import org.nasworkbench.evaluation.Outcome;

/** How a piece of work ended. */
public sealed interface Report<R extends Serializable> {
    /** Seconds of one device that it took, from request to answer; a worker's start is not part of it. */
    double deviceSeconds();

    /** It has a result. */
    record Done<R extends Serializable>(R result, double deviceSeconds) implements Report<R> {}

    /** It has none. */
    record Failed<R extends Serializable>(Outcome.Failed outcome, double deviceSeconds) implements Report<R> {}
}
