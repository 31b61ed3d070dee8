package org.nasworkbench.results;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many runs per strategy a two-sided t test needs (J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 1988,
 * chapter 2), from the power under the non-central t distribution.
 */
public final class SampleSize {
    /** The usual power to ask for. */
    public static final double POWER = 0.8;

    private static final int LARGEST = 1_000_000;
    private static final int STEPS = 100;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private SampleSize() {}

    /**
     * The least number of runs per strategy that shows an effect with a given power, and at least {@value Comparison#FEWEST_RUNS};
     * empty where the effect is 0 or no number, or it would take more than a million.
     *
     * @param effect difference of means over the root mean square of the two standard deviations; of pairs: mean of the
     *     differences over their standard deviation
     * @param alpha the test's level
     * @param power the chance to show it, a fraction above alpha
     */
    public static OptionalInt runs(Design design, double effect, double alpha, double power) {
        if (!(alpha > 0 && power > alpha && power < 1)) {
            throw new IllegalArgumentException(
                    "0 < alpha < power < 1 must hold, but alpha was " + alpha + " and power " + power);
        }
        if (!(effect > 0 && effect < Double.POSITIVE_INFINITY)) {
            return OptionalInt.empty();
        }
        double tail = -NORMAL.inverseCumulativeProbability(alpha / 2);
        double reach = (tail + NORMAL.inverseCumulativeProbability(power)) / effect;
        double guess = design.groups() * reach * reach
                + tail * tail / (2 * design.groups()); // W. C. Guenther 1981; within a few runs of the exact number
        if (guess > LARGEST) {
            return OptionalInt.empty();
        }
        int runs = Math.max(Comparison.FEWEST_RUNS, (int) guess);
        while (runs > Comparison.FEWEST_RUNS && power(design, effect, runs - 1, alpha) >= power) {
            runs--;
        }
        while (power(design, effect, runs, alpha) < power) {
            runs++;
        }
        return OptionalInt.of(runs);
    }

    /**
     * The chance that {@code runs} per strategy, at least two and of pairs three, show an effect: the normal's chance beyond the t
     * quantile, averaged by Simpson's rule over s, the estimated standard deviation as a multiple of the true one, whose density is
     * proportional to s^(degrees - 1) exp(-degrees s^2 / 2).
     */
    public static double power(Design design, double effect, int runs, double alpha) {
        double degrees = design.groups() * (runs - 1.0);
        double shift = effect * Math.sqrt(runs / (double) design.groups());
        double limit = -TDistribution.of(degrees).inverseCumulativeProbability(alpha / 2);
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
