package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendTests {
    /** By hand: slope 0.9, residuals -0.1 0.4 -0.5 0.2, standard error sqrt(0.46 / 2 / 5), t of 2 degrees 4.302653. */
    @Test
    void slopeAndIntervalAreThoseOfTheTextbook() {
        Trend trend = Trend.of(new double[] {1, 2.4, 2.4, 4});
        assertEquals(0.9, trend.slope(), 1e-12);
        double half = 4.302653 * Math.sqrt(0.46 / 2 / 5);
        assertEquals(0.9 - half, trend.interval().low(), 1e-6);
        assertEquals(0.9 + half, trend.interval().high(), 1e-6);
    }

    /** Of 1,000 samples without a trend about 50 have an interval without 0: 4 standard deviations are 28. */
    @Test
    void theIntervalHoldsTheTruthInNineteenOfTwentyCases() {
        Random random = new Random(1);
        int outside = 0;
        for (int i = 0; i < 1000; i++) {
            double[] values = random.doubles(20).toArray();
            outside += Trend.of(values).interval().excludesZero() ? 1 : 0;
        }
        assertTrue(outside > 22 && outside < 78, "outside in " + outside);
    }

    @Test
    void twoValuesAreNoTrend() {
        assertThrows(IllegalArgumentException.class, () -> Trend.of(new double[2]));
    }
}
