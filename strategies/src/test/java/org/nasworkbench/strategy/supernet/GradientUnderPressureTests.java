package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.network.Devices;

/**
 * The engine reads what a graph was made from in the backward pass. Whatever of it lies in Java's memory may be gone by then: these tests
 * collect garbage and write over freed memory between the two passes. A number in place of an array in {@link Logits} or {@link
 * LatencyLoss} makes them fail.
 */
class GradientUnderPressureTests {
    private static final int STEPS = 40;
    private static final double TEMPERATURE = 2;
    private static final float NUDGE = 1e-2f;

    private final List<ByteBuffer> rubbish = new ArrayList<>();

    /** Each of many steps gives the gradient of finite differences, to the bit the same. */
    @ParameterizedTest
    @EnumSource(LatencyLoss.Form.class)
    void everyStepHasTheGradientOfFiniteDifferences(LatencyLoss.Form form) {
        LatencyLoss loss = new LatencyLoss(form, 0.2, 0.6, 20, 2);
        try (NDManager manager = Devices.newManager()) {
            Logits logits = new Logits(
                    manager, SupernetGround.SPACE, SupernetGround.latencies(1), new Logits.Rule(true, 0.1, 0.9, 0));
            SupernetGround.spread(logits, new SplittableRandom(1));
            float[] first = gradient(logits, loss, manager, false);
            assertFiniteDifferences(logits, loss, manager, first);
            for (int step = 0; step < STEPS; step++) {
                assertArrayEquals(first, gradient(logits, loss, manager, true), "step " + step);
            }
        }
    }

    private float[] gradient(Logits logits, LatencyLoss loss, NDManager manager, boolean pressure) {
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray value = value(logits, loss, step);
            if (pressure) {
                writeOverFreedMemory();
            }
            collector.backward(value);
        }
        try (NDArray gradient = logits.array().getGradient()) {
            float[] values = gradient.toFloatArray();
            gradient.subi(gradient);
            return values;
        }
    }

    /** The loss of a cross-entropy that is 1 plus the shares of the last option. */
    private static NDArray value(Logits logits, LatencyLoss loss, NDManager step) {
        LogitsPass pass = logits.mixed(step, 2, TEMPERATURE, new SplittableRandom(3));
        NDArray crossEntropy = step.ones(new Shape(1));
        for (int block = 0; block < logits.blocks(); block++) {
            crossEntropy = crossEntropy.add(
                    pass.paths().share(block, logits.options() - 1).sum());
        }
        return loss.of(crossEntropy, pass.millis());
    }

    private static void assertFiniteDifferences(Logits logits, LatencyLoss loss, NDManager manager, float[] gradient) {
        float[] at = logits.array().toFloatArray();
        double largest = 0;
        for (int i = 0; i < at.length; i++) {
            double numeric =
                    (valueAt(logits, loss, manager, at, i, NUDGE) - valueAt(logits, loss, manager, at, i, -NUDGE))
                            / (2 * NUDGE);
            assertEquals(numeric, gradient[i], 2e-3, "logit " + i);
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        logits.array().set(FloatBuffer.wrap(at));
        assertTrue(largest > 0.02, "gradients too small to test: " + largest);
    }

    private static double valueAt(
            Logits logits, LatencyLoss loss, NDManager manager, float[] at, int index, float nudge) {
        float[] moved = at.clone();
        moved[index] += nudge;
        logits.array().set(FloatBuffer.wrap(moved));
        try (NDManager step = manager.newSubManager()) {
            return value(logits, loss, step).toFloatArray()[0];
        }
    }

    private void writeOverFreedMemory() {
        rubbish.clear();
        System.gc();
        for (int i = 0; i < 2_000; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(4 << i % 3).order(ByteOrder.nativeOrder());
            while (buffer.remaining() >= Float.BYTES) {
                buffer.putFloat(777);
            }
            rubbish.add(buffer);
        }
    }
}
