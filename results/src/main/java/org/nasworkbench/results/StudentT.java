package org.nasworkbench.results;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A difference of means judged by Student's t distribution. Of independent runs: Welch's comparison with unequal variances (B. L.
 * Welch, "The generalization of 'Student's' problem when several different population variances are involved", Biometrika 34,
 * 1947). Of pairs: the t test of their differences.
 *
 * @param difference the first mean less the second
 * @param standardError of the difference, above 0
 * @param degrees degrees of freedom; Welch's and Satterthwaite's for independent runs
 */
record StudentT(double difference, double standardError, double degrees) {
    /** Empty where there is nothing to judge by: fewer than two runs on a side, or no variation on either. */
    static Optional<StudentT> independent(Sample first, Sample second) {
        if (first.size() < 2 || second.size() < 2 || first.variance() + second.variance() == 0) {
            return Optional.empty();
        }
        double a = first.variance() / first.size();
        double b = second.variance() / second.size();
        return Optional.of(new StudentT(
                first.mean() - second.mean(), Math.sqrt(a + b), welchDegrees(a, first.size(), b, second.size())));
    }

    /** Empty where there is nothing to judge by: fewer than two pairs, or the same difference in all. */
    static Optional<StudentT> paired(Sample first, Sample second) {
        return mean(first.minus(second));
    }

    /** A mean against 0; empty where there is nothing to judge by: fewer than two values, or all the same. */
    static Optional<StudentT> mean(Sample sample) {
        if (sample.size() < 2 || sample.variance() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new StudentT(sample.mean(), Math.sqrt(sample.variance() / sample.size()), sample.size() - 1));
    }

    /**
     * The degrees of freedom of a sum of two estimated variances.
     *
     * @param a the first mean's variance, from n values
     * @param b the second mean's variance, from m values
     */
    static double welchDegrees(double a, int n, double b, int m) {
        return (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1));
    }

    /** How many standard errors a two-sided test at {@code alpha} asks for. */
    static double reach(double degrees, double alpha) {
        return -TDistribution.of(degrees).inverseCumulativeProbability(alpha / 2);
    }

    /** Two-sided probability of a difference at least this large where the truth is 0. */
    double p() {
        return 2 * TDistribution.of(degrees).cumulativeProbability(-Math.abs(difference / standardError));
    }

    /** The interval that leaves out {@code alpha}, half at each end: it excludes 0 exactly where {@link #p} is at most alpha. */
    Interval interval(double alpha) {
        double half = reach(degrees, alpha) * standardError;
        return new Interval(difference - half, difference + half, 1 - alpha);
    }
}
