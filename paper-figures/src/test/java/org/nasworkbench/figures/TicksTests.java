package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class TicksTests {
    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(10, Ticks.step(43, 6));
        assertEquals(0.1, Ticks.step(0.3, 5), 1e-12);
        assertEquals(0.05, Ticks.step(0.2, 5), 1e-12);
        assertEquals(2, Ticks.step(10, 5));
    }

    @Test
    void logLabelsNeverCrowd() {
        assertEquals(List.of(2.0, 3.0, 5.0, 7.0, 10.0), Ticks.logarithmic(new Range(1.7, 13), 5));
        assertEquals(List.of(1.0, 10.0, 100.0, 1000.0), Ticks.logarithmic(new Range(1, 2500), 5));
        assertEquals(List.of(0.01, 1.0, 100.0, 10000.0), Ticks.logarithmic(new Range(0.004, 60000), 5));
    }
}
