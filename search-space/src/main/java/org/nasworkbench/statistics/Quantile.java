package org.nasworkbench.statistics;

import java.util.Arrays;

/** A quantile of a sample, between two neighbours in proportion (R. J. Hyndman and Y. Fan, The American Statistician 50, 1996, type 7). */
public final class Quantile {
    private Quantile() {}

    /**
     * The value that a share of the sample lies below.
     *
     * @param share in [0, 1]: 0.5 is the median
     * @param sample at least one number, in any order
     */
    public static double of(double share, double... sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("a quantile needs at least 1 number, but there was none");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (rank - below) * (above - sorted[below]);
    }
}
