package org.nasworkbench.latency;

import java.io.Serializable;

/**
 * The latency of one forward pass at batch 1.
 *
 * @param millis milliseconds, above 0 and finite
 */
public record Latency(double millis) implements Serializable, Comparable<Latency> {
    public Latency {
        if (!(millis > 0) || Double.isInfinite(millis)) {
            throw new IllegalArgumentException("a latency must be above 0 ms and finite, but was " + millis);
        }
    }

    /** This latency as a multiple of another. */
    public double relativeTo(Latency other) {
        return millis / other.millis;
    }

    @Override
    public int compareTo(Latency other) {
        return Double.compare(millis, other.millis);
    }
}
