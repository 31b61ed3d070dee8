package org.nasworkbench.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;

class TrainingProtocolTests {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1e-9, 0, 0, 0",
        "100000, 4096, 99.9, 0.999, 0.999, 0.5",
    })
    void theLimitsThemselvesAreAllowed(int epochs, int batch, double rate, double momentum, double decay, double crop) {
        assertEquals(
                epochs, protocol(epochs, batch, rate, momentum, decay, crop).epochs());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.1, 0, 0, 0, epochs must be at least 1",
        "1, 0, 0.1, 0, 0, 0, batch must be at least 1",
        "1, 1, 0, 0, 0, 0, learning-rate must be above 0",
        "1, 1, 100, 0, 0, 0, learning-rate must be above 0 and below 100",
        "1, 1, NaN, 0, 0, 0, learning-rate must be above 0",
        "1, 1, 0.1, 1, 0, 0, momentum must be in",
        "1, 1, 0.1, -0.1, 0, 0, momentum must be in",
        "1, 1, 0.1, NaN, 0, 0, momentum must be in",
        "1, 1, 0.1, 0, -1e-9, 0, weight-decay must be in",
        "1, 1, 0.1, 0, 1, 0, weight-decay must be in",
        "1, 1, 0.1, 0, NaN, 0, weight-decay must be in",
        "1, 1, 0.1, 0, 0, 0.51, crop must be in",
        "1, 1, 0.1, 0, 0, NaN, crop must be in",
    })
    void whatBreaksARuleIsRefusedWithTheRule(
            int epochs, int batch, double rate, double momentum, double decay, double crop, String rule) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> protocol(epochs, batch, rate, momentum, decay, crop));
        assertTrue(refused.getMessage().startsWith(rule), refused.getMessage());
        assertTrue(refused.getMessage().contains(", but was "), refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void schedulesBeginAtOneAndNeverRiseNorGoBelowZero(Schedule schedule) {
        assertEquals(1, schedule.factor(0));
        double before = 1;
        for (int i = 1; i <= 100; i++) {
            double factor = schedule.factor(i / 100.0);
            assertTrue(factor >= 0 && factor <= before, schedule + " at " + i + " %: " + factor);
            before = factor;
        }
        assertEquals(schedule == Schedule.CONSTANT ? 1 : 0, before, 1e-15);
    }

    @Test
    void schedulesHaveTheirKnownValuesHalfway() {
        assertEquals(1, Schedule.CONSTANT.factor(0.5));
        assertEquals(0.5, Schedule.COSINE.factor(0.5), 1e-15);
        assertEquals(Math.pow(0.5, 0.9), Schedule.POLYNOMIAL.factor(0.5), 1e-15);
    }

    @Test
    void anotherLengthChangesNothingElse() {
        TrainingProtocol protocol = protocol(3, 4, 0.1, 0.9, 1e-4, 0.1);
        assertEquals(protocol(7, 4, 0.1, 0.9, 1e-4, 0.1), protocol.withEpochs(7));
        assertThrows(IllegalArgumentException.class, () -> protocol.withEpochs(0));
    }

    private static TrainingProtocol protocol(
            int epochs, int batch, double rate, double momentum, double decay, double crop) {
        return new TrainingProtocol(
                epochs, batch, Optimizer.SGD, rate, momentum, decay, Schedule.COSINE, true, crop, true);
    }
}
