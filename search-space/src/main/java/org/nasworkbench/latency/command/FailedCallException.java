package org.nasworkbench.latency.command;

/** A call of the user's program that gave no timings, and may give some the next time. */
final class FailedCallException extends Exception {
    private static final long serialVersionUID = 1;

    FailedCallException(String message) {
        super(message);
    }
}
