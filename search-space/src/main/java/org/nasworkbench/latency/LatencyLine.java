package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Latency of a whole network = base + sum over its blocks of slope x entry, with one slope for all or one for each family of operators.
 *
 * @param baseMillis what every network takes: stem, decoder, calls
 * @param slope above 0
 * @param families slopes of families that have their own; see {@link #family}
 */
public record LatencyLine(double baseMillis, double slope, Map<String, Double> families) implements Serializable {
    private static final double LEAST_SLOPE = 0.5;
    private static final double LARGEST_SLOPE = 2;

    public LatencyLine {
        families = Collections.unmodifiableMap(new TreeMap<>(families));
        requireRising(baseMillis, slope);
        families.values().forEach(own -> requireRising(0, own));
    }

    /** A line with one slope for all. */
    public LatencyLine(double baseMillis, double slope) {
        this(baseMillis, slope, Map.of());
    }

    /** The family of an option: its name up to the first underscore, such as {@code k3} of {@code k3_e6_g2}. */
    public static String family(String option) {
        return option.split("_", 2)[0];
    }

    /** The slope for an option. */
    public double slopeOf(String option) {
        return families.getOrDefault(family(option), slope);
    }

    private static void requireRising(double baseMillis, double slope) {
        if (!(slope > 0 && baseMillis >= 0) || Double.isInfinite(baseMillis + slope)) {
            throw new IllegalArgumentException("a latency line must rise from 0 ms or more, but its base is "
                    + baseMillis + " ms and its slope " + slope);
        }
    }

    /** Whether a slope can be that of blocks, and not of noise. */
    static boolean plausible(double slope) {
        return slope >= LEAST_SLOPE && slope <= LARGEST_SLOPE;
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
        if (!plausible(slope)) {
            slope = 1;
        }
        double base = y - slope * x;
        return base >= 0 ? new LatencyLine(base, slope) : new LatencyLine(0, y / x);
    }

    /** The line of slope 1 that is right on the average of relative errors; empty if its base would be below 0. */
    static Optional<LatencyLine> fixed(double[] sums, double[] wholes) {
        double weights = 0;
        double base = 0;
        for (int i = 0; i < sums.length; i++) {
            double weight = 1 / (wholes[i] * wholes[i]);
            weights += weight;
            base += weight * (wholes[i] - sums[i]);
        }
        return base >= 0 ? Optional.of(new LatencyLine(base / weights, 1)) : Optional.empty();
    }

    /**
     * The prediction for a network, ms.
     *
     * @param sums of its blocks' entries by family, ms
     */
    public double predict(Map<String, Double> sums) {
        double millis = baseMillis;
        for (Map.Entry<String, Double> sum : sums.entrySet()) {
            millis += families.getOrDefault(sum.getKey(), slope) * sum.getValue();
        }
        return millis;
    }
}
