package org.nasworkbench.results;

/**
 * How much a number grows from one value to the next, by least squares, with a 95 % interval by Student's t distribution. The interval takes
 * the values for independent of one another: where neighbours are alike, the means of blocks should be given.
 *
 * @param slope a value
 */
public record Trend(double slope, Interval interval) {
    private static final double ALPHA = 0.05;

    /** @param values at least 3, at equal distances */
    public static Trend of(double[] values) {
        int n = values.length;
        if (n < 3) {
            throw new IllegalArgumentException("a trend needs at least 3 values, but there are " + n);
        }
        double middle = (n - 1) / 2.0;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double across = 0;
        double along = 0;
        for (int i = 0; i < n; i++) {
            across += (i - middle) * (i - middle);
            along += (i - middle) * (values[i] - mean);
        }
        double slope = along / across;
        double left = 0;
        for (int i = 0; i < n; i++) {
            double residual = values[i] - mean - slope * (i - middle);
            left += residual * residual;
        }
        double half = StudentT.reach(n - 2, ALPHA) * Math.sqrt(left / (n - 2) / across);
        return new Trend(slope, new Interval(slope - half, slope + half, 1 - ALPHA));
    }
}
