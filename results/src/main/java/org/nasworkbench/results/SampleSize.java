package org.nasworkbench.results;

import java.util.OptionalInt;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How many runs per strategy a two-sided t test needs (J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 1988,
 * chapter 2), from the power under the non-central t distribution.
 */
final class SampleSize {
    /** The power asked for. */
    static final double POWER = 0.8;

    private static final int LARGEST = 1_000_000;
    private static final int STEPS = 100;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private SampleSize() {}

    /**
     * The least number of runs per arm with a power of {@value #POWER}; empty where the effect is 0 or no number, or it would take
     * more than a million.
     *
     * @param effect difference of means over the root mean square of the two standard deviations
     * @param alpha the test's level
     */
    static OptionalInt runsPerArm(double effect, double alpha) {
        if (!(effect > 0 && effect < Double.POSITIVE_INFINITY)) {
            return OptionalInt.empty();
        }
        double tail = -NORMAL.inverseCumulativeProbability(alpha / 2);
        double reach = (tail + NORMAL.inverseCumulativeProbability(POWER)) / effect;
        double guess =
                2 * reach * reach + tail * tail / 4; // W. C. Guenther 1981; within a few runs of the exact number
        if (guess > LARGEST) {
            return OptionalInt.empty();
        }
        int runs = Math.max(2, (int) guess);
        while (runs > 2 && power(effect, runs - 1, alpha) >= POWER) {
            runs--;
        }
        while (power(effect, runs, alpha) < POWER) {
            runs++;
        }
        return OptionalInt.of(runs);
    }

    /**
     * The chance that {@code runs} per arm show an effect: the normal's chance beyond the t quantile, averaged by Simpson's rule
     * over s, the pooled standard deviation as a multiple of the true one, whose density is proportional to
     * s^(degrees - 1) exp(-degrees s^2 / 2).
     */
    static double power(double effect, int runs, double alpha) {
        double degrees = 2.0 * (runs - 1);
        double shift = effect * Math.sqrt(runs / 2.0);
        double limit = -new TDistribution(null, degrees).inverseCumulativeProbability(alpha / 2);
        double width = 8 / Math.sqrt(2 * degrees);
        double low = Math.max(0, 1 - width);
        double step = (1 + width - low) / STEPS;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i <= STEPS; i++) {
            double s = low + i * step;
            double simpson = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            double weight = simpson * Math.exp((degrees - 1) * Math.log(s) - degrees * (s * s - 1) / 2);
            weights += weight;
            sum += weight
                    * (NORMAL.cumulativeProbability(shift - s * limit)
                            + NORMAL.cumulativeProbability(-shift - s * limit));
        }
        return sum / weights;
    }
}
