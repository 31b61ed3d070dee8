package org.nasworkbench.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantileTests {
    @Test
    void aQuantileLiesBetweenNeighboursInProportion() {
        assertEquals(2, Quantile.of(0.25, 5, 1, 2, 3, 4));
        assertEquals(2.5, Quantile.of(0.5, 4, 1, 2, 3));
        assertEquals(1, Quantile.of(0, 3, 1, 2));
        assertEquals(3, Quantile.of(1, 3, 1, 2));
        assertEquals(7, Quantile.of(0.9, 7));
        assertThrows(IllegalArgumentException.class, () -> Quantile.of(0.5));
    }

    /**
     * The interval holds the true median of 30 numbers in 95 % of samples, by its nature a little less. With 1,000 samples the share is
     * below 0.9 with a probability of less than 1e-9 if it is 0.95, and above 0.99 likewise.
     */
    @Test
    void theIntervalHoldsTheMedian() {
        SplittableRandom random = new SplittableRandom(1);
        int held = 0;
        for (int i = 0; i < 1000; i++) {
            double[] sample = random.doubles(30, 0, 2).map(x -> x * x * x).toArray();
            MedianInterval interval = MedianInterval.of(sample, random);
            held += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
            assertTrue(interval.low() <= interval.median() && interval.median() <= interval.high());
        }
        assertTrue(held > 900 && held < 990, "held " + held);
    }
}
