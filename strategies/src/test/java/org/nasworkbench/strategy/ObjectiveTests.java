package org.nasworkbench.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.strategy.Objective.Form;

class ObjectiveTests {
    private static final double W = -0.07;

    /** MnasNet, section 3.1: w = -0.07 since doubling the latency is to be worth about 5 % of the accuracy, relatively. */
    @Test
    void theSoftFormTradesTwiceTheLatencyForFivePercentOfTheScore() {
        double slow = value(Form.SOFT, 0.5 * 1.05, 20);
        assertEquals(0.525 * 0.952638, slow, 1e-6);
        assertEquals(value(Form.SOFT, 0.5, 10), slow, 0.001);
    }

    @Test
    void theSoftFormIsTheScoreAtTheTargetAndRewardsBeingFaster() {
        assertEquals(0.6, value(Form.SOFT, 0.6, 10));
        assertEquals(0.6 * 1.049717, value(Form.SOFT, 0.6, 5), 1e-6);
        assertEquals(0.6 * 0.851138, value(Form.SOFT, 0.6, 100), 1e-6);
    }

    /** MnasNet, equation 3: alpha = 0, beta = -1. */
    @Test
    void theHardFormIsTheScoreUpToTheTargetAndFallsWithTheLatencyBeyond() {
        assertEquals(0.6, value(Form.HARD, 0.6, 1));
        assertEquals(0.6, value(Form.HARD, 0.6, 10));
        assertEquals(0.3, value(Form.HARD, 0.6, 20), 1e-12);
    }

    @Test
    void withoutLatencyTheScoreIsTheValue() {
        assertEquals(0.6, value(Form.NONE, 0.6, 1000));
    }

    @Test
    void underAConstraintEveryFeasibleNetworkBeatsEveryOtherAndAmongTheOthersTheFasterOneWins() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double feasible = value(Form.CONSTRAINT, random.nextDouble(), 10 * (1 - random.nextDouble()));
            double above = 10 * (1.0001 + random.nextDouble());
            double infeasible = value(Form.CONSTRAINT, random.nextDouble(), above);
            assertTrue(feasible > infeasible);
            assertTrue(infeasible > value(Form.CONSTRAINT, random.nextDouble(), above * 1.01));
        }
        assertEquals(0.2, value(Form.CONSTRAINT, 0.2, 10));
        assertTrue(value(Form.CONSTRAINT, 0, 10) > value(Form.CONSTRAINT, 1, 10.001));
        assertEquals(-0.5, value(Form.CONSTRAINT, 0.9, 15), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theUnitOfTheLatencyDoesNotMatter(Form form) {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 1000; i++) {
            double target = random.nextDouble(0.01, 500);
            double millis = random.nextDouble(0.01, 500);
            double score = random.nextDouble();
            double unit = StrictMath.pow(10, random.nextDouble(-6, 6));
            double before = new Objective(form, new Latency(target), W).value(score, Optional.of(new Latency(millis)));
            double after = new Objective(form, new Latency(target * unit), W)
                    .value(score, Optional.of(new Latency(millis * unit)));
            assertEquals(before, after, 1e-9 * Math.max(1, Math.abs(before)));
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aBetterScoreAtTheSameLatencyIsNeverWorthLess(Form form) {
        for (double millis : new double[] {0.1, 9, 10, 11, 1000}) {
            assertTrue(value(form, 0.7, millis) >= value(form, 0.6, millis), form + " at " + millis + " ms");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.07, -10.1, Double.NaN})
    void aRewardForSlownessIsRefused(double w) {
        assertThrows(IllegalArgumentException.class, () -> new Objective(Form.SOFT, new Latency(10), w));
    }

    private static double value(Form form, double score, double millis) {
        return new Objective(form, new Latency(10), W).value(score, Optional.of(new Latency(millis)));
    }
}
