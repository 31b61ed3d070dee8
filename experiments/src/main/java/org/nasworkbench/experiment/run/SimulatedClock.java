package org.nasworkbench.experiment.run;

import java.util.Collections;
import java.util.PriorityQueue;

/**
 * The time of devices that a table stands for: each training goes to the device that is free first, and whoever asked for it waits
 * until it is finished.
 */
final class SimulatedClock {
    private final PriorityQueue<Double> freeFrom;
    private double now;

    /** @param devices at least 1 */
    SimulatedClock(int devices) {
        freeFrom = new PriorityQueue<>(Collections.nCopies(devices, 0.0));
    }

    /** Trains for so many seconds; returns when that is finished, in seconds from the start. */
    double train(double seconds) {
        double end = Math.max(freeFrom.remove(), now) + seconds;
        freeFrom.add(end);
        return end;
    }

    /** Waits until so many seconds from the start, if it is earlier. */
    void await(double end) {
        now = Math.max(now, end);
    }

    /** Seconds from the start. */
    double now() {
        return now;
    }
}
