package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FalseDifferencesTests {
    private static Sample normal(int size, long seed) {
        Random random = new Random(seed);
        return Sample.of(
                IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray());
    }

    /** The exact rate is 5 % for the bootstrap and below for the others; the assertion fails by chance in 0.14 %. */
    @Test
    void aSearchIsToldFromItselfInOneOfTwentyAtMost() {
        FalseDifferences rates = FalseDifferences.of(normal(20_000, 41), 10, 1000, new Random(42));
        assertEquals(
                List.of("Welch's t (decides)", "Mann-Whitney", "BCa"),
                List.copyOf(rates.byTest().keySet()));
        rates.byTest()
                .values()
                .forEach(rate -> assertTrue(rate.interval(0.0027).low() <= Comparison.ALPHA, rates::toString));
    }

    @Test
    void armsThatDifferAreToldApart() {
        double[] values =
                IntStream.range(0, 600).mapToDouble(i -> i / 3 % 2 * 10 + i % 3).toArray();
        FalseDifferences rates = FalseDifferences.of(Sample.of(values), 3, 100, new Random(43));
        assertEquals(new Proportion(100, 100), rates.byTest().get("Welch's t (decides)"));
        assertEquals(
                new Proportion(0, 100), rates.byTest().get("Mann-Whitney"), "two times three runs have p 0.1 at best");
        assertTrue(!rates.byTest().containsKey("BCa"));
    }

    @Test
    void noRunIsInTwoComparisons() {
        assertThrows(IllegalArgumentException.class, () -> FalseDifferences.of(normal(59, 44), 3, 10, new Random(45)));
        assertThrows(IllegalArgumentException.class, () -> FalseDifferences.of(normal(60, 44), 2, 10, new Random(45)));
    }
}
