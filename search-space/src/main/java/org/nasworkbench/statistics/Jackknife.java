package org.nasworkbench.statistics;

import java.util.Arrays;

/**
 * A statistic of all observations, and without each in turn.
 *
 * @param without as many as there are observations
 */
public record Jackknife(double estimate, double[] without) {
    /** The standard error by J. W. Tukey's jackknife, "Bias and confidence in not quite large samples", 1958. */
    public double standardError() {
        double n = without.length;
        double mean = Arrays.stream(without).average().orElse(Double.NaN);
        double squares = Arrays.stream(without)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt((n - 1) / n * squares);
    }
}
