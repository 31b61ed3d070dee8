package org.nasworkbench.results;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Welch's comparison of two means with unequal variances (B. L. Welch, "The generalization of 'Student's' problem when several
 * different population variances are involved", Biometrika 34, 1947).
 *
 * @param difference the first mean less the second
 * @param standardError of the difference, above 0
 * @param degrees degrees of freedom by Welch and Satterthwaite
 */
record Welch(double difference, double standardError, double degrees) {
    /** Empty where there is nothing to judge by: fewer than two runs on a side, or no variation on either. */
    static Optional<Welch> of(Sample first, Sample second) {
        if (first.size() < 2 || second.size() < 2 || first.variance() + second.variance() == 0) {
            return Optional.empty();
        }
        double a = first.variance() / first.size();
        double b = second.variance() / second.size();
        double degrees = (a + b) * (a + b) / (a * a / (first.size() - 1) + b * b / (second.size() - 1));
        return Optional.of(new Welch(first.mean() - second.mean(), Math.sqrt(a + b), degrees));
    }

    /** Two-sided probability of a difference at least this large where the means are equal. */
    double p() {
        return 2 * distribution().cumulativeProbability(-Math.abs(difference / standardError));
    }

    /** The interval that leaves out {@code alpha}, half at each end. */
    Interval interval(double alpha) {
        double reach = -distribution().inverseCumulativeProbability(alpha / 2) * standardError;
        return new Interval(difference - reach, difference + reach, 1 - alpha);
    }

    private TDistribution distribution() {
        return new TDistribution(null, degrees); // draws no random numbers
    }
}
