package org.nasworkbench.experiment.worker;

import java.util.function.LongSupplier;

/** The time of a session: the machine's clock is asked once, at the beginning; who sets it later moves no second of the ledger. */
public final class SessionClock {
    private final LongSupplier nanos;
    private final long beganMillis;
    private final long beganNanos;

    /** Begins now. */
    public SessionClock() {
        this(System::currentTimeMillis, System::nanoTime);
    }

    SessionClock(LongSupplier millis, LongSupplier nanos) {
        this.nanos = nanos;
        beganMillis = millis.getAsLong();
        beganNanos = nanos.getAsLong();
    }

    /** Epoch milliseconds, never less than before. */
    public long millis() {
        return beganMillis + (nanos.getAsLong() - beganNanos) / 1_000_000;
    }
}
