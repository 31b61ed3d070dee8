package org.nasworkbench.results;

import java.util.OptionalInt;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How many runs per strategy a two-sided t test needs (J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 1988,
 * chapter 2), from the exact power under the non-central t distribution.
 */
final class SampleSize {
    /** The power asked for. */
    static final double POWER = 0.8;

    private static final int LARGEST = 1_000_000;
    private static final int STEPS = 200;
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
        if (!(effect > 0 && effect < Double.POSITIVE_INFINITY) || power(effect, LARGEST, alpha) < POWER) {
            return OptionalInt.empty();
        }
        int low = 1; // not enough
        int high = 2;
        while (power(effect, high, alpha) < POWER) {
            low = high;
            high = Math.min(2 * high, LARGEST);
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (power(effect, middle, alpha) < POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalInt.of(high);
    }

    /**
     * The chance that {@code runs} per arm show an effect: the normal's chance beyond the t quantile, averaged over equally likely
     * values of the pooled variance.
     */
    static double power(double effect, int runs, double alpha) {
        double degrees = 2.0 * (runs - 1);
        double shift = effect * Math.sqrt(runs / 2.0);
        double limit = -new TDistribution(null, degrees).inverseCumulativeProbability(alpha / 2);
        if (degrees > 2000) { // the pooled variance is as good as known
            return beyond(shift, limit);
        }
        ChiSquaredDistribution variance = new ChiSquaredDistribution(null, degrees);
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double scaled = limit * Math.sqrt(variance.inverseCumulativeProbability((i + 0.5) / STEPS) / degrees);
            sum += beyond(shift, scaled);
        }
        return sum / STEPS;
    }

    private static double beyond(double shift, double limit) {
        return NORMAL.cumulativeProbability(shift - limit) + NORMAL.cumulativeProbability(-shift - limit);
    }
}
