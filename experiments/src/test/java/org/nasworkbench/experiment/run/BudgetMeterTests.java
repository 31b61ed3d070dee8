package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Cost;

class BudgetMeterTests {
    private static BudgetMeter trainings(int number) {
        return new BudgetMeter(
                new BudgetMeter.Limits(OptionalInt.of(number), OptionalDouble.empty(), OptionalDouble.empty()));
    }

    private static BudgetMeter simulated(double seconds) {
        return new BudgetMeter(
                new BudgetMeter.Limits(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.of(seconds)));
    }

    @Test
    void aShorterTrainingCountsAsItsShare() {
        BudgetMeter meter = trainings(1);
        for (int third = 0; third < 3; third++) {
            assertFalse(meter.exhausted());
            assertTrue(meter.allows(1 / 3.0, 0));
            meter.ask(1 / 3.0, 0);
        }
        assertTrue(meter.exhausted());
        assertEquals(1, meter.fraction(), 1e-9);
    }

    @Test
    void aTrainingThatWouldNotEndInTimeIsNotBegunAndEndsTheBudget() {
        BudgetMeter meter = simulated(10);
        assertTrue(meter.allows(1, 7));
        meter.ask(1, 7);
        assertFalse(meter.exhausted());
        assertFalse(meter.allows(1, 3.5));
        assertTrue(meter.exhausted());
        assertFalse(meter.allows(1, 1), "nor is a shorter one after it");
        assertEquals(7, meter.spent());
    }

    @Test
    void aTrainingThatEndsJustInTimeIsAllowed() {
        BudgetMeter meter = simulated(0.3);
        for (int i = 0; i < 3; i++) {
            assertTrue(meter.allows(1, 0.1));
            meter.ask(1, 0.1);
        }
        assertTrue(meter.exhausted());
    }

    @Test
    void measuredTimeEndsTheBudgetOnceItIsReached() {
        BudgetMeter meter = new BudgetMeter(
                new BudgetMeter.Limits(OptionalInt.empty(), OptionalDouble.of(5), OptionalDouble.empty()));
        meter.ask(1, 0);
        meter.spend(Cost.measured(4));
        assertFalse(meter.exhausted());
        meter.ask(1, 0);
        meter.spend(Cost.measured(4));
        assertTrue(meter.exhausted());
        assertEquals(8, meter.spent());
    }

    @Test
    void aSearchThatOnlyRepeatsItselfEnds() {
        BudgetMeter meter = trainings(3);
        int asked = 0;
        while (!meter.exhausted()) {
            meter.ask(0, 0);
            asked++;
        }
        assertEquals(200, asked);
    }
}
