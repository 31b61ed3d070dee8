package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.random.RandomGenerator;
import org.nasworkbench.statistics.MedianInterval;

/**
 * A robust summary of repeated timings with a 95 % interval.
 *
 * @param millis 0 or more (an identity takes 0 ms)
 * @param low lower end of the interval
 * @param high upper end
 * @param repeats recorded timings, 0 for what is known without measuring
 */
public record Timing(double millis, double low, double high, int repeats) implements Serializable {
    /** What takes no time at all. */
    public static final Timing ZERO = new Timing(0, 0, 0, 0);

    public Timing {
        if (!(millis >= 0 && low <= millis && millis <= high) || Double.isInfinite(high) || Double.isInfinite(low)) {
            throw new IllegalArgumentException("a timing must be 0 ms or more within its interval, but was " + millis
                    + " in [" + low + ", " + high + "]");
        }
        if (repeats < 0) {
            throw new IllegalArgumentException("repeats must be at least 0, but was " + repeats);
        }
    }

    /**
     * The median over rounds and its bootstrap interval. A median below 0, as the difference of two noisy times can be, is 0.
     *
     * @param millis a time for each round
     * @param repeats recorded timings behind them
     */
    static Timing overRounds(double[] millis, int repeats, RandomGenerator random) {
        MedianInterval interval = MedianInterval.of(millis, random);
        double median = Math.max(0, interval.median());
        return new Timing(median, Math.min(median, interval.low()), Math.max(median, interval.high()), repeats);
    }
}
