package org.nasworkbench.results;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap of a mean or a difference of means (B. Efron, "Better bootstrap confidence
 * intervals", Journal of the American Statistical Association 82, 1987; the acceleration of several samples as in A. Davison and
 * D. Hinkley, "Bootstrap Methods and their Application", 1997, section 5.3.2).
 *
 * <p>One deviation. A bootstrap takes the standard error with n below where the t test takes n - 1, and the normal's quantile where
 * that takes t's, so that its intervals are too short with few runs. Here the level asked for is that of the t interval's ends, as
 * in T. Hesterberg, "What teachers should know about the bootstrap", arXiv:1411.5279 (expanded percentile intervals). Where the
 * runs are symmetric the interval is then about the t interval; where they are skewed it leans as they do.
 */
final class Bca {
    /** With fewer runs the resamples are too few different ones to have tails. */
    static final int FEWEST_RUNS = 10;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Ordered resamples between the least and the largest value that one could have. */
    private final double[] values;

    private final double bias;
    private final double acceleration;
    private final double expansion;
    private final double degrees;

    /**
     * A bootstrap.
     *
     * @param estimate the mean, or the difference
     * @param resamples its values in resamples
     * @param range the least and the largest value that it could have in a resample
     * @param expansion the t test's standard error as a multiple of the bootstrap's
     * @param degrees the t test's degrees of freedom
     */
    Bca(double estimate, double[] resamples, Interval range, double acceleration, double expansion, double degrees) {
        values = new double[resamples.length + 2];
        System.arraycopy(resamples, 0, values, 1, resamples.length);
        values[0] = range.low();
        values[values.length - 1] = range.high();
        Arrays.sort(values, 1, values.length - 1);
        this.bias = NORMAL.inverseCumulativeProbability((below(estimate, resamples) + 0.5) / (resamples.length + 1));
        this.acceleration = acceleration;
        this.expansion = expansion;
        this.degrees = degrees;
    }

    /**
     * The bootstrap of what a t test judges.
     *
     * @param influences for each sample what each of its values adds to the estimate, times the sample's size: of a mean, the
     *     value's deviation from it
     */
    static Bca of(StudentT student, double[] resamples, double[]... influences) {
        double second = 0;
        double third = 0;
        double least = student.difference();
        double largest = student.difference();
        for (double[] sample : influences) {
            for (double influence : sample) {
                double part = influence / sample.length;
                second += part * part;
                third += part * part * part;
            }
            least += StatUtils.min(sample);
            largest += StatUtils.max(sample);
        }
        double error = Math.sqrt(second);
        return new Bca(
                student.difference(),
                resamples,
                new Interval(least, largest, 1),
                third / (6 * second * error),
                student.standardError() / error,
                student.degrees());
    }

    /** The means of resamples of a sample: as many values, drawn with replacement. */
    static double[] means(Sample sample, int resamples, RandomGenerator random) {
        double[] values = sample.array();
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        return means;
    }

    /** The interval that leaves out {@code alpha}; an end beyond all resamples is the farthest that one could have. */
    Interval interval(double alpha) {
        double reach = StudentT.reach(degrees, alpha) * expansion;
        int size = values.length - 1;
        int low = (int) Math.floor(level(-reach) * size);
        int high = (int) Math.ceil(level(reach) * size);
        return new Interval(values[low], values[high], 1 - alpha);
    }

    /** How far the estimate is from the resamples' median, in normal standard errors. */
    double bias() {
        return bias;
    }

    /** How fast the standard error changes with what is estimated. */
    double acceleration() {
        return acceleration;
    }

    /** The share of resamples below the end that lies {@code shift} normal standard errors from the estimate. */
    private double level(double shift) {
        double sum = bias + shift;
        double slope = 1 - acceleration * sum;
        if (slope <= 0) {
            return sum < 0 ? 0 : 1;
        }
        return NORMAL.cumulativeProbability(bias + sum / slope);
    }

    /** How many resamples lie below the estimate, those at it counted half. */
    private static double below(double estimate, double[] resamples) {
        double below = 0;
        for (double resample : resamples) {
            below += resample < estimate ? 1 : resample == estimate ? 0.5 : 0;
        }
        return below;
    }
}
