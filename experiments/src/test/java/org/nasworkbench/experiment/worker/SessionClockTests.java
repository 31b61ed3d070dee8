package org.nasworkbench.experiment.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionClockTests {
    @Test
    void whoSetsTheMachinesClockMovesNothing() {
        AtomicLong wall = new AtomicLong(1_700_000_000_000L);
        AtomicLong nanos = new AtomicLong(-5_000_000_000L);
        SessionClock clock = new SessionClock(wall::get, nanos::get);
        assertEquals(1_700_000_000_000L, clock.millis());
        wall.addAndGet(-3_600_000);
        nanos.addAndGet(2_500_000_000L);
        assertEquals(1_700_000_002_500L, clock.millis());
        wall.addAndGet(7_200_000);
        nanos.addAndGet(10_000_000_000L);
        assertEquals(1_700_000_012_500L, clock.millis());
    }

    @Test
    void itBeginsWithTheTimeOfDay() {
        assertTrue(Math.abs(new SessionClock().millis() - System.currentTimeMillis()) < 60_000);
    }
}
