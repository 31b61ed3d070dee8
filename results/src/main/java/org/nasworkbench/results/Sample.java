package org.nasworkbench.results;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One number from each of several independent runs.
 *
 * @param values finite numbers
 */
public record Sample(List<Double> values) {
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

    /** Variance with n - 1 below; not a number below two values, 0 where all are equal. */
    public double variance() {
        if (values.size() < 2) {
            return Double.NaN;
        }
        return values.stream().distinct().count() == 1 ? 0 : StatUtils.variance(array());
    }

    /** The square root of {@link #variance}. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
