package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.nasworkbench.statistics.Jackknife;
import org.nasworkbench.statistics.Kendall;
import org.nasworkbench.statistics.Ranks;
import org.nasworkbench.statistics.Spearman;

class RankCorrelationTests {
    private static double[] draw(int n, Random random, int levels) {
        return random.ints(n, 0, levels).asDoubleStream().toArray();
    }

    @Test
    void tiedNumbersAgreeWithSciPy() {
        RankCorrelation correlation = RankCorrelation.of(
                new double[] {1, 2, 2, 3, 5, 4, 6, 7, 7, 9, 8, 10}, new double[] {2, 1, 3, 3, 4, 6, 5, 8, 7, 9, 9, 12});
        assertEquals(0.875, correlation.kendall(), 1e-12);
        assertEquals(0.959507042253521, correlation.spearman(), 1e-12);
        assertEquals(12, correlation.networks());
    }

    @Test
    void leavingOneOutIsWhatItSays() {
        Random random = new Random(12);
        for (int round = 0; round < 50; round++) {
            int n = 5 + random.nextInt(20);
            double[] x = draw(n, random, 6);
            double[] y = draw(n, random, 9);
            Jackknife kendall = Kendall.of(Ranks.of(x), Ranks.of(y));
            Jackknife spearman = Spearman.of(Ranks.of(x), Ranks.of(y));
            assertEquals(new KendallsCorrelation().correlation(x, y), kendall.estimate(), 1e-12);
            assertEquals(new SpearmansCorrelation().correlation(x, y), spearman.estimate(), 1e-12);
            assertArrayEquals(without(x, y, new KendallsCorrelation()::correlation), kendall.without(), 1e-12);
            assertArrayEquals(without(x, y, new SpearmansCorrelation()::correlation), spearman.without(), 1e-12);
        }
    }

    private interface Correlation {
        double of(double[] x, double[] y);
    }

    private static double[] without(double[] x, double[] y, Correlation correlation) {
        return IntStream.range(0, x.length)
                .mapToDouble(left -> correlation.of(without(x, left), without(y, left)))
                .toArray();
    }

    private static double[] without(double[] values, int left) {
        return IntStream.range(0, values.length)
                .filter(i -> i != left)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    @Test
    void perfectOrderHasNoIntervalAndFewNetworksHaveNone() {
        double[] up = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
        double[] down = IntStream.range(0, 30).mapToDouble(i -> -i * i).toArray();
        RankCorrelation opposite = RankCorrelation.of(up, down);
        assertEquals(-1, opposite.kendall(), 1e-12);
        assertEquals(-1, opposite.spearman(), 1e-12);
        assertEquals(Optional.empty(), opposite.kendallInterval());
        assertEquals(Optional.empty(), opposite.spearmanInterval());
        Random random = new Random(13);
        assertEquals(
                Optional.empty(),
                RankCorrelation.of(draw(9, random, 1000), draw(9, random, 1000)).kendallInterval());
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        double[] good = {1, 2, 3};
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            IllegalArgumentException error = assertThrows(
                    IllegalArgumentException.class, () -> RankCorrelation.of(good, new double[] {1, bad, 3}));
            assertEquals(
                    "numbers to be ranked must be finite, but the second number of network 1 was " + bad,
                    error.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> RankCorrelation.of(new double[] {2, 2, 2}, good));
        assertThrows(IllegalArgumentException.class, () -> RankCorrelation.of(good, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> RankCorrelation.of(new double[0], new double[0]));
    }

    /**
     * Networks drawn from a population whose correlation is known: the 95 % intervals hold it in at least 95 % of 1,000 draws, by three
     * standard errors 92.9 %, one-sided chance of a false alarm 0.0013 each. With ties the formula of D. Bonett and T. Wright, "Sample
     * size requirements for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65, 2000, holds tau in less.
     */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        Random random = new Random(23);
        double bound = 0.95 - 3 * Math.sqrt(0.05 * 0.95 / 1000);
        for (int networks : new int[] {10, 20, 50}) {
            for (double step : new double[] {1e-9, 1}) {
                Coverage coverage = coverage(step, networks, random);
                String where = networks + " networks, step " + step + ": " + coverage;
                assertTrue(coverage.kendall() >= bound, where);
                assertTrue(coverage.spearman() >= bound, where);
                if (step == 1 && networks == 50) {
                    assertTrue(coverage.bonettWright() < bound, where);
                }
            }
        }
    }

    private record Coverage(double kendall, double spearman, double bonettWright) {}

    /** In populations of normal numbers with correlation 0.7, rounded to a step. */
    private static Coverage coverage(double step, int networks, Random random) {
        int size = 3000;
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            double common = random.nextGaussian();
            x[i] = step * Math.rint(common / step);
            y[i] = step * Math.rint((0.7 * common + Math.sqrt(0.51) * random.nextGaussian()) / step);
        }
        RankCorrelation truth = RankCorrelation.of(x, y);
        int kendall = 0;
        int spearman = 0;
        int bonettWright = 0;
        for (int draw = 0; draw < 1000; draw++) {
            int[] drawn = random.ints(networks, 0, size).toArray();
            RankCorrelation sample = RankCorrelation.of(pick(x, drawn), pick(y, drawn));
            kendall += holds(sample.kendallInterval(), truth.kendall());
            spearman += holds(sample.spearmanInterval(), truth.spearman());
            double distance = fisher(sample.kendall()) - fisher(truth.kendall());
            bonettWright += Math.abs(distance) <= 1.96 * Math.sqrt(0.437 / (networks - 4)) ? 1 : 0;
        }
        return new Coverage(kendall / 1000.0, spearman / 1000.0, bonettWright / 1000.0);
    }

    private static double[] pick(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(place -> values[place]).toArray();
    }

    /** No interval holds everything. */
    private static int holds(Optional<Interval> interval, double truth) {
        return interval.map(found -> found.contains(truth)).orElse(true) ? 1 : 0;
    }

    private static double fisher(double r) {
        return Math.log((1 + r) / (1 - r)) / 2;
    }

    @Test
    void aWholeBenchmarkTakesMoments() {
        Random random = new Random(14);
        double[] x = draw(15_625, random, 5000);
        double[] y = IntStream.range(0, x.length)
                .mapToDouble(i -> x[i] + random.nextInt(3000))
                .toArray();
        double seconds = ProcessorTime.seconds(() -> RankCorrelation.of(x, y));
        assertTrue(seconds < 1, seconds + " s");
        RankCorrelation correlation = RankCorrelation.of(x, y);
        Interval interval = correlation.kendallInterval().orElseThrow();
        assertTrue(interval.high() - interval.low() < 0.02);
        assertTrue(interval.contains(correlation.kendall()));
    }
}
