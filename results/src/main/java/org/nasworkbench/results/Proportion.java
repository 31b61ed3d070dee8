package org.nasworkbench.results;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** So many of so many. */
public record Proportion(int count, int of) {
    public Proportion {
        if (count < 0 || of < 1 || count > of) {
            throw new IllegalArgumentException(
                    "0 <= count <= of and of >= 1 must hold, but were " + count + " of " + of);
        }
    }

    /** As a fraction. */
    public double share() {
        return count / (double) of;
    }

    /**
     * The interval that leaves out at most {@code alpha}, half at each end, whatever the true chance is (C. Clopper and E. Pearson,
     * "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934).
     */
    public Interval interval(double alpha) {
        return new Interval(
                count == 0 ? 0 : quantile(count, of - count + 1.0, alpha / 2),
                count == of ? 1 : quantile(count + 1.0, of - count, 1 - alpha / 2),
                1 - alpha);
    }

    private static double quantile(double a, double b, double p) {
        return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
    }
}
