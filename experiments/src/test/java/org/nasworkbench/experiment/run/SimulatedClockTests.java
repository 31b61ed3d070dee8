package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.work.Seeds;

class SimulatedClockTests {
    @Test
    void oneDeviceTrainsOneAfterAnother() {
        SimulatedClock clock = new SimulatedClock(1);
        assertEquals(List.of(3.0, 5.0, 9.0), List.of(clock.train(3), clock.train(2), clock.train(4)));
    }

    @Test
    void shortTrainingsOvertakeLongOnes() {
        SimulatedClock clock = new SimulatedClock(2);
        assertEquals(List.of(10.0, 1.0, 3.0), List.of(clock.train(10), clock.train(1), clock.train(2)));
    }

    @Test
    void whatIsAskedForLaterBeginsLater() {
        SimulatedClock clock = new SimulatedClock(2);
        double last = clock.train(10);
        clock.await(clock.train(1));
        assertEquals(1, clock.now());
        clock.await(last);
        assertEquals(10, clock.now());
        clock.await(3);
        assertEquals(10, clock.now(), "time does not go back");
        assertEquals(11, clock.train(1));
    }

    /** Graham's bounds for list scheduling: no device idles while work is left. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aBatchTakesAtLeastItsShareAndAtMostOneTrainingMore(int devices) {
        RandomGenerator random = Seeds.random(devices, "clock");
        for (int round = 0; round < 100; round++) {
            SimulatedClock clock = new SimulatedClock(devices);
            double sum = 0;
            double longest = 0;
            List<Double> ends = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                double seconds = random.nextDouble(100);
                sum += seconds;
                longest = Math.max(longest, seconds);
                ends.add(clock.train(seconds));
            }
            double last = Collections.max(ends);
            assertTrue(last >= sum / devices - 1e-9 && last <= sum / devices + longest);
        }
    }
}
