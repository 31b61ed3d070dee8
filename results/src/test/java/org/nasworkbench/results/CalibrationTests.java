package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The errors of the rule by which differences are claimed. A rate is asserted by its interval of 99.73 %: where the true rate is the
 * asserted one, each assertion fails with a chance of at most 0.00135 on either side.
 */
class CalibrationTests {
    private static final double ALARM = 0.0027;

    /** What runs are drawn from: 500 quantiles. */
    private enum Pool {
        NORMAL(Pool::normal),
        /** As regrets are: many near the best, some far below. */
        SKEWED(Math::log),
        TIED(u -> Math.floor(normal(u))),
        /** Every twentieth run collapses. */
        OUTLIERS(u -> u < 0.05 ? normal(20 * u) - 10 : normal((u - 0.05) / 0.95));

        private final DoubleUnaryOperator quantile;

        Pool(DoubleUnaryOperator quantile) {
            this.quantile = quantile;
        }

        Sample sample() {
            return Sample.of(IntStream.range(0, 500)
                    .mapToDouble(i -> quantile.applyAsDouble((i + 0.5) / 500))
                    .toArray());
        }

        private static double normal(double u) {
            return NormalDistribution.of(0, 1).inverseCumulativeProbability(u);
        }
    }

    private static Calibration calibration(Pool pool, Design design, int runs) {
        return new Calibration(pool.sample(), design, runs);
    }

    /** Three arms, so three pairs: without Holm's correction it would be about 12 %. */
    @ParameterizedTest
    @EnumSource
    void equalStrategiesAreCalledDifferentInAtMostOneStudyOfTwenty(Pool pool) {
        Random random = new Random(24);
        assertNominal(calibration(pool, Design.INDEPENDENT, 3).falseDifferences(3, 1000, random));
        assertNominal(calibration(pool, Design.PAIRED, 5).falseDifferences(3, 1000, random));
    }

    @ParameterizedTest
    @EnumSource(names = {"SKEWED", "OUTLIERS"})
    void neitherAreTheyWithManyRuns(Pool pool) {
        assertNominal(calibration(pool, Design.INDEPENDENT, 20).falseDifferences(2, 1000, new Random(28)));
    }

    private static void assertNominal(Proportion rate) {
        assertTrue(rate.interval(ALARM).low() <= Comparison.ALPHA, rate::toString);
    }

    /** Why the bootstrap does not decide. It also shows that the tests above can fail. */
    @Test
    void theBootstrapWouldClaimTooMuchWhereRunsAreSkewed() {
        Proportion rate = calibration(Pool.OUTLIERS, Design.INDEPENDENT, 20)
                .claims(
                        new double[2],
                        1000,
                        comparison ->
                                comparison.bootstrapInterval().orElseThrow().excludesZero(),
                        new Random(25));
        assertTrue(rate.interval(ALARM).low() > Comparison.ALPHA, rate::toString);
    }

    /** Runs that are drawn share nothing, so that their differences vary by the root of 2 more than they do. */
    @ParameterizedTest
    @EnumSource
    void aPlantedDifferenceIsFoundAsOftenAsThePowerSays(Design design) {
        double shift = 1.2;
        double deviation = Pool.NORMAL.sample().standardDeviation();
        double effect = shift / deviation / (design == Design.PAIRED ? Math.sqrt(2) : 1);
        int runs = SampleSize.runs(design, effect, Comparison.ALPHA, SampleSize.POWER)
                .orElseThrow();
        Proportion found = calibration(Pool.NORMAL, design, runs).foundDifferences(shift, 1000, new Random(26));
        double power = SampleSize.power(design, effect, runs, Comparison.ALPHA);
        assertTrue(power >= 0.8 && power < 0.9, power + " with " + runs);
        assertTrue(found.interval(ALARM).contains(power), found + " for " + power);
    }

    @Test
    void aDifferenceTheOtherWayIsNotFound() {
        assertEquals(
                0,
                calibration(Pool.NORMAL, Design.INDEPENDENT, 5)
                        .foundDifferences(-10, 20, new Random(27))
                        .count());
    }

    @Test
    void aPoolHasSomethingToDrawFrom() {
        assertThrows(IllegalArgumentException.class, () -> new Calibration(Sample.of(1), Design.INDEPENDENT, 3));
        assertThrows(IllegalArgumentException.class, () -> new Calibration(Sample.of(1, 2), Design.INDEPENDENT, 0));
    }
}
