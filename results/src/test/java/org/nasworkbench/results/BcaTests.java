package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class BcaTests {
    private static final Interval UNBOUNDED = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);

    /** So many that Student's t is the normal. */
    private static final double MANY = 1e7;

    /**
     * B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, tables 14.1 and 14.2: the variance of 26 spatial test
     * scores is 171.5, its 90 % BCa interval (115.8, 259.6), its acceleration 0.061. The book drew 2,000
     * resamples, with which the upper end varies by 8 (standard deviation over seeds); with endless resamples it is 261.4 (NumPy,
     * three million). The 200,000 drawn here let it vary by 0.8 and the lower end by 0.5.
     */
    @Test
    void theVarianceOfSpatialTestScoresHasThePublishedInterval() {
        double[] scores = {
            48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
        };
        double estimate = StatUtils.populationVariance(scores);
        assertEquals(171.5, estimate, 0.05);
        Random random = new Random(1993);
        double[] resamples = new double[200_000];
        for (int i = 0; i < resamples.length; i++) {
            resamples[i] = StatUtils.populationVariance(random.ints(scores.length, 0, scores.length)
                    .mapToDouble(place -> scores[place])
                    .toArray());
        }
        double acceleration = acceleration(scores);
        assertEquals(0.061, acceleration, 0.0005);
        Interval interval = new Bca(estimate, resamples, UNBOUNDED, acceleration, 1, MANY).interval(0.1);
        assertEquals(115.8, interval.low(), 1.5);
        assertEquals(259.6, interval.high(), 1.8 + 3 * 0.8);
    }

    private static double acceleration(double[] scores) {
        double[] without = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double[] others = new double[scores.length - 1];
            System.arraycopy(scores, 0, others, 0, i);
            System.arraycopy(scores, i + 1, others, i, others.length - i);
            without[i] = StatUtils.populationVariance(others);
        }
        double mean = StatUtils.mean(without);
        double second = Arrays.stream(without).map(x -> Math.pow(mean - x, 2)).sum();
        double third = Arrays.stream(without).map(x -> Math.pow(mean - x, 3)).sum();
        return third / (6 * Math.pow(second, 1.5));
    }

    /** All 27 resamples of 0, 1 and 5: the means of 11 are below 2, those of 6 equal to it. */
    @Test
    void everyResampleOfThreeNumbersGivesBiasAndAccelerationByHand() {
        Sample sample = Sample.of(0, 1, 5);
        double[] resamples = new double[27];
        for (int i = 0; i < 27; i++) {
            resamples[i] = (sample.values().get(i % 3)
                            + sample.values().get(i / 3 % 3)
                            + sample.values().get(i / 9))
                    / 3;
        }
        Bca bca = Bca.of(StudentT.mean(sample).orElseThrow(), resamples, sample.deviations());
        assertEquals((-8 - 1 + 27) / (6 * Math.pow(4 + 1 + 9, 1.5)), bca.acceleration(), 1e-12);
        assertEquals(0.04477617669551638, bca.bias(), 1e-9, "normal quantile of (11 + 6 / 2 + 0.5) / 28");
        assertEquals(
                new Interval(0, 5, 0.999),
                bca.interval(0.001),
                "no farther than all equal to the least or the largest");
    }

    /** Where the runs are symmetric, bias and acceleration are 0 and the interval is that of the t test but for the draw. */
    @Test
    void symmetricRunsHaveTheIntervalOfTheTTest() {
        double[] quantiles = new double[30];
        for (int i = 0; i < 30; i++) {
            quantiles[i] = 0.6 + 0.01 * Math.sinh((i - 14.5) / 10);
        }
        Sample sample = Sample.of(quantiles);
        StudentT student = StudentT.mean(sample).orElseThrow();
        Bca bca = Bca.of(student, Bca.means(sample, 100_000, new Random(5)), sample.deviations());
        assertEquals(0, bca.acceleration(), 1e-9);
        for (double alpha : new double[] {0.05, 0.005}) {
            double width =
                    student.interval(alpha).high() - student.interval(alpha).low();
            assertEquals(student.interval(alpha).low(), bca.interval(alpha).low(), 0.02 * width);
            assertEquals(student.interval(alpha).high(), bca.interval(alpha).high(), 0.02 * width);
        }
    }

    @Test
    void theIntervalLeansTheWayThatTheRunsAreSkewed() {
        Sample sample = skewed(40, new Random(6));
        Interval interval = Bca.of(
                        StudentT.mean(sample).orElseThrow(),
                        Bca.means(sample, 20_000, new Random(7)),
                        sample.deviations())
                .interval(0.05);
        assertTrue(sample.mean() - interval.low() < interval.high() - sample.mean());
    }

    private static Sample skewed(int runs, Random random) {
        return Sample.of(random.doubles(runs).map(u -> -Math.log(u)).toArray());
    }

    /** Expanded by Hesterberg's adjustment the interval holds a skewed mean more often than Student's, which is what it is for. */
    @Test
    void aSkewedMeanIsHeldMoreOftenThanByStudentsInterval() {
        Random random = new Random(8);
        int student = 0;
        int bca = 0;
        int rounds = 2000;
        for (int round = 0; round < rounds; round++) {
            Sample sample = skewed(20, random);
            StudentT test = StudentT.mean(sample).orElseThrow();
            student += test.interval(0.05).contains(1) ? 1 : 0;
            bca += Bca.of(test, Bca.means(sample, 1000, random), sample.deviations())
                            .interval(0.05)
                            .contains(1)
                    ? 1
                    : 0;
        }
        double error = Math.sqrt(0.05 * 0.95 / rounds);
        assertTrue(bca > student, bca + " against " + student);
        assertTrue(student < (0.95 - 3 * error) * rounds, student + " of " + rounds);
        assertTrue(bca > (0.93 - 3 * error) * rounds, bca + " of " + rounds);
    }
}
