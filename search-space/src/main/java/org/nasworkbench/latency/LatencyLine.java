package org.nasworkbench.latency;

import java.io.Serializable;

/**
 * Latency of a whole network = base + slope x sum of its blocks.
 *
 * @param baseMillis what every network takes: stem, decoder, calls
 * @param slope above 0
 */
public record LatencyLine(double baseMillis, double slope) implements Serializable {
    public LatencyLine {
        if (!(slope > 0) || !Double.isFinite(baseMillis)) {
            throw new IllegalArgumentException("a latency line must rise, but its base is " + baseMillis
                    + " ms and its slope " + slope + ": the machine was too noisy to measure on");
        }
    }

    /**
     * The line of least relative squared error, since errors of timings grow with the time.
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
        return new LatencyLine(y - slope * x, slope);
    }

    /** The prediction for a sum of blocks, ms. */
    public double predict(double sum) {
        return baseMillis + slope * sum;
    }
}
