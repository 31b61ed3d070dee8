package org.nasworkbench.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ClassBalanceTests {
    @Test
    void theMedianClassWeighsOneAndOthersInverselyToTheirPixels() {
        assertArrayEquals(new float[] {0.5f, 1, 4}, ClassBalance.medianFrequency(new long[] {80, 40, 10}));
        assertArrayEquals(new float[] {0.75f, 1.5f}, ClassBalance.medianFrequency(new long[] {40, 20}));
    }

    @Test
    void aClassWithoutPixelsWeighsNothingAndDoesNotMoveTheMedian() {
        assertArrayEquals(new float[] {0.5f, 1, 0, 4}, ClassBalance.medianFrequency(new long[] {80, 40, 0, 10}));
    }

    @Test
    void countsMustMakeSense() {
        assertThrows(IllegalArgumentException.class, () -> ClassBalance.medianFrequency(new long[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> ClassBalance.medianFrequency(new long[] {5, -1}));
    }
}
