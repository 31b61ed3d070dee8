package org.nasworkbench.strategy;

import org.nasworkbench.evaluation.Outcome;

/** A piece of heavy work failed: diverged, ran out of memory, hung or lost its worker. */
public final class WorkFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Outcome.Failed outcome;

    public WorkFailedException(String work, Outcome.Failed outcome) {
        super(work + " failed (" + outcome.reason() + "): " + outcome.detail());
        this.outcome = outcome;
    }

    /** Why. */
    public Outcome.Failed outcome() {
        return outcome;
    }
}
