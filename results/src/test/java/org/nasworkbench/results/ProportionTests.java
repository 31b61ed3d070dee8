package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProportionTests {
    @Test
    void intervalsAgreeWithSciPy() {
        Interval interval = new Proportion(10, 100).interval(0.05);
        assertEquals(0.1, new Proportion(10, 100).share());
        assertEquals(0.04900468922148595, interval.low(), 1e-9);
        assertEquals(0.17622259774017532, interval.high(), 1e-9);
        assertEquals(0.95, interval.confidence());
    }

    /** None of ten: the chance p with (1 - p)^10 = 0.025. */
    @Test
    void noneAndAllHaveOneEnd() {
        double end = 1 - Math.pow(0.025, 0.1);
        assertEquals(0, new Proportion(0, 10).interval(0.05).low());
        assertEquals(end, new Proportion(0, 10).interval(0.05).high(), 1e-9);
        assertEquals(1 - end, new Proportion(10, 10).interval(0.05).low(), 1e-9);
        assertEquals(1, new Proportion(10, 10).interval(0.05).high());
    }

    @Test
    void thereAreNoMoreThanAll() {
        assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
    }
}
