package org.nasworkbench.results;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One number from each of several independent runs.
 *
 * @param values finite numbers
 */
public record Sample(List<Double> values) {
    private static final double ROUNDING = 1e-12;

    public Sample {
        values = List.copyOf(values);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a sample's value must be finite, but was " + value);
            }
        }
    }

    /** A sample of these values. */
    public static Sample of(double... values) {
        return new Sample(Arrays.stream(values).boxed().toList());
    }

    /** How many runs. */
    public int size() {
        return values.size();
    }

    /** Not a number for an empty sample. */
    public double mean() {
        return StatUtils.mean(array());
    }

    /** Variance with n - 1 below; not a number below two values, 0 where all are equal but for rounding. */
    public double variance() {
        if (values.size() < 2) {
            return Double.NaN;
        }
        double least = Collections.min(values);
        double largest = Collections.max(values);
        double rounding = ROUNDING * Math.max(Math.abs(least), Math.abs(largest));
        return largest - least <= rounding ? 0 : StatUtils.variance(array());
    }

    /** The square root of {@link #variance}. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Student's interval of the mean that leaves out {@code alpha}; empty below two values, or where all are the same. */
    public Optional<Interval> interval(double alpha) {
        return StudentT.mean(this).map(mean -> mean.interval(alpha));
    }

    /** The differences of pairs: each value less the one at its place in the other sample. */
    public Sample minus(Sample other) {
        if (size() != other.size()) {
            throw new IllegalArgumentException(
                    "paired samples must have the same size, but had " + size() + " and " + other.size());
        }
        return of(IntStream.range(0, size())
                .mapToDouble(i -> values.get(i) - other.values.get(i))
                .toArray());
    }

    /** What each value has above the mean. */
    double[] deviations() {
        double mean = mean();
        return values.stream().mapToDouble(value -> value - mean).toArray();
    }

    double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
