package org.nasworkbench.statistics;

import java.util.random.RandomGenerator;

/**
 * A median and its 95 % percentile-bootstrap interval (B. Efron, "Bootstrap methods: another look at the jackknife", The Annals of
 * Statistics 7, 1979).
 */
public record MedianInterval(double low, double median, double high) {
    private static final int RESAMPLES = 200;

    /** Draws {@value #RESAMPLES} samples of the same size with replacement. */
    public static MedianInterval of(double[] sample, RandomGenerator random) {
        double[] medians = new double[RESAMPLES];
        double[] drawn = new double[sample.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int k = 0; k < drawn.length; k++) {
                drawn[k] = sample[random.nextInt(sample.length)];
            }
            medians[i] = Quantile.of(0.5, drawn);
        }
        double median = Quantile.of(0.5, sample);
        return new MedianInterval(
                Math.min(median, Quantile.of(0.025, medians)), median, Math.max(median, Quantile.of(0.975, medians)));
    }
}
