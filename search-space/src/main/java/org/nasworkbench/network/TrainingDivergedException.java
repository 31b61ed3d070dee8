package org.nasworkbench.network;

/** The loss of a training became infinite or not a number. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TrainingDivergedException(String message) {
        super(message);
    }
}
