package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A robust summary of repeated timings: the 25th percentile, which disturbances by other processes hardly move, with a
 * distribution-free 95 % interval from order statistics.
 *
 * @param millis the 25th percentile, 0 or more (an identity takes 0 ms)
 * @param low lower end of the interval
 * @param high upper end
 * @param repeats recorded timings, 0 for what is known without measuring
 */
public record Timing(double millis, double low, double high, int repeats) implements Serializable {
    /** What takes no time at all. */
    public static final Timing ZERO = new Timing(0, 0, 0, 0);

    public Timing {
        if (!(millis >= 0 && low <= millis && millis <= high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a timing must be 0 ms or more within its interval, but was " + millis
                    + " in [" + low + ", " + high + "]");
        }
    }

    /** Summarises timings in milliseconds; at least 4. */
    public static Timing of(double[] timings) {
        int n = timings.length;
        if (n < 4) {
            throw new IllegalArgumentException("a timing needs at least 4 repeats, but has " + n);
        }
        double[] sorted = timings.clone();
        Arrays.sort(sorted);
        double rank = 0.25 * (n - 1);
        double spread = 1.96 * Math.sqrt(n * 0.25 * 0.75);
        int low = (int) Math.max(0, Math.floor(rank - spread));
        int high = (int) Math.min(n - 1, Math.ceil(rank + spread));
        int below = (int) Math.floor(rank);
        double quartile = sorted[below] + (rank - below) * (sorted[Math.min(below + 1, n - 1)] - sorted[below]);
        return new Timing(quartile, sorted[low], sorted[high], n);
    }
}
