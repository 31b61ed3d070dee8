package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.network.Devices;
import org.nasworkbench.strategy.supernet.LatencyLoss.Form;

class LatencyLossTests {
    private static final double CROSS_ENTROPY = 1.5;
    private static final double MILLIS = 6;

    /**
     * By hand, with CE 1.5, 6 ms in the blocks, 2 ms fixed, a target of 4 ms, alpha 0.2, beta 0.6: for example log is 1.5 x 0.2 x
     * (ln 8)^0.6 = 0.3 x 1.55156; its derivative by latency is 0.3 x 0.6 x (ln 8)^-0.4 / 8.
     */
    @ParameterizedTest
    @CsvSource({
        "RATIO, 1.8, 1, 0.05",
        "LINEAR, 2.7, 1, 0.2",
        "LOG, 0.465467, 0.310311, 0.0167881",
        "LOG_RATIO, 0.382627, 0.255085, 0.0138004"
    })
    void aFormIsWhatItSaysAndSoAreItsGradients(Form form, double value, double byCrossEntropy, double byMillis) {
        try (NDManager step = Devices.newManager()) {
            NDArray crossEntropy = scalar(step, CROSS_ENTROPY);
            NDArray millis = scalar(step, MILLIS);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = new LatencyLoss(form, 0.2, 0.6, 4, 2).of(crossEntropy, millis);
                assertEquals(value, loss.toFloatArray()[0], 2e-6);
                collector.backward(loss);
            }
            assertEquals(byCrossEntropy, crossEntropy.getGradient().toFloatArray()[0], 2e-6);
            assertEquals(byMillis, millis.getGradient().toFloatArray()[0], 2e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void whereMillisecondsHaveNoLogarithmOnlyFormsWithoutOneAreAllowed(Form form) {
        boolean logarithm = form == Form.LOG || form == Form.LOG_RATIO;
        assertDoesNotThrow(new LatencyLoss(form, 0.2, 0.6, 4, 2)::check);
        for (LatencyLoss tooShort :
                new LatencyLoss[] {new LatencyLoss(form, 0.2, 0.6, 4, 1), new LatencyLoss(form, 0.2, 0.6, 0.9, 2)}) {
            if (logarithm) {
                String message = assertThrows(IllegalArgumentException.class, tooShort::check)
                        .getMessage();
                assertTrue(message.contains("above 1 ms") && message.contains("use ratio"), message);
            } else {
                assertDoesNotThrow(tooShort::check);
            }
        }
    }

    @Test
    void everyFormHasAWord() {
        assertEquals(List.of("ratio", "linear", "log", "log-ratio"), LatencyLoss.words());
        for (String word : LatencyLoss.words()) {
            assertEquals(
                    LatencyLoss.words().indexOf(word), LatencyLoss.form(word).ordinal());
        }
    }

    private static NDArray scalar(NDManager step, double value) {
        NDArray scalar = step.full(new Shape(1), (float) value);
        scalar.setRequiresGradient(true);
        return scalar;
    }
}
