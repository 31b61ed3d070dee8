package org.nasworkbench.latency;

import java.io.Serializable;

/**
 * Latency of a whole network = base + slope x sum of its blocks.
 *
 * @param baseMillis what every network takes: stem, decoder, calls
 * @param slope above 0
 */
public record LatencyLine(double baseMillis, double slope) implements Serializable {
    private static final double LEAST_SLOPE = 0.5;
    private static final double LARGEST_SLOPE = 2;

    public LatencyLine {
        if (!(slope > 0 && baseMillis >= 0) || Double.isInfinite(baseMillis + slope)) {
            throw new IllegalArgumentException("a latency line must rise from 0 ms or more, but its base is "
                    + baseMillis + " ms and its slope " + slope);
        }
    }

    /**
     * The line of least relative squared error, since errors of timings grow with the time. A slope outside
     * [{@value #LEAST_SLOPE}, {@value #LARGEST_SLOPE}] says that the networks differ less than the machine's noise: then the sum is
     * taken as it is and only the base is fitted. A base below 0 is no latency: then the line goes through the origin.
     *
     * @param sums sums of blocks, ms
     * @param wholes the same networks measured whole, ms
     */
    public static LatencyLine fit(double[] sums, double[] wholes) {
        double w = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < sums.length; i++) {
            double weight = 1 / (wholes[i] * wholes[i]);
            w += weight;
            x += weight * sums[i];
            y += weight * wholes[i];
        }
        x /= w;
        y /= w;
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < sums.length; i++) {
            double weight = 1 / (wholes[i] * wholes[i]);
            xy += weight * (sums[i] - x) * (wholes[i] - y);
            xx += weight * (sums[i] - x) * (sums[i] - x);
        }
        double slope = xy / xx;
        if (!(slope >= LEAST_SLOPE && slope <= LARGEST_SLOPE)) {
            slope = 1;
        }
        double base = y - slope * x;
        return base >= 0 ? new LatencyLine(base, slope) : new LatencyLine(0, y / x);
    }

    /** The prediction for a sum of blocks, ms. */
    public double predict(double sum) {
        return baseMillis + slope * sum;
    }
}
