package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nasworkbench.network.Devices;

class BinaryGatesTests {
    private static final int BLOCKS = SupernetGround.SPACE.blocks();
    private static final int OPTIONS = SupernetGround.SPACE.options().size();

    private final NDManager manager = Devices.newManager();
    private final Logits logits =
            new Logits(manager, SupernetGround.SPACE, SupernetGround.latencies(1), new Logits.Rule(true, 0.1, 0, 0));

    @BeforeEach
    void spread() {
        SupernetGround.spread(logits, new SplittableRandom(1));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** Two gates a block, one of 1 and one of 0. */
    @Test
    void oneOfTwoGatesIsOpen() {
        try (NDManager step = manager.newSubManager()) {
            Paths paths = logits.gated(step, new SplittableRandom(2)).paths();
            for (int b = 0; b < BLOCKS; b++) {
                int[] pair = paths.options(b);
                assertEquals(2, pair.length);
                assertNotEquals(pair[0], pair[1]);
                float one = paths.share(b, pair[0]).toFloatArray()[0];
                float other = paths.share(b, pair[1]).toFloatArray()[0];
                assertEquals(1, Math.max(one, other), 1e-6);
                assertEquals(0, Math.min(one, other), 1e-6);
            }
        }
    }

    /**
     * For a loss with derivative c by the first gate and e by the second, the logit of the first has the gradient q (1 - q) (c - e), where q
     * is its probability among the two, the other's is the opposite, and no third has any (ProxylessNAS, equation 4).
     */
    @Test
    void gradientsOfTheGatesGoToTheTwoLogits() {
        float[][] values = logits.values();
        int[][] pairs = new int[BLOCKS][];
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            Paths paths = logits.gated(step, new SplittableRandom(2)).paths();
            NDArray loss = step.zeros(new Shape(1, 1, 1, 1));
            for (int b = 0; b < BLOCKS; b++) {
                pairs[b] = paths.options(b);
                loss = loss.add(paths.share(b, pairs[b][0]).mul(step.full(new Shape(1), 3f)))
                        .add(paths.share(b, pairs[b][1]).mul(step.full(new Shape(1), 1f + b)));
            }
            collector.backward(loss);
        }
        float[] gradient = gradient();
        for (int b = 0; b < BLOCKS; b++) {
            float[] expected = new float[OPTIONS];
            double q = 1 / (1 + Math.exp(values[b][pairs[b][1]] - values[b][pairs[b][0]]));
            expected[pairs[b][0]] = (float) (q * (1 - q) * (3 - (1 + b)));
            expected[pairs[b][1]] = -expected[pairs[b][0]];
            float[] row = Arrays.copyOfRange(gradient, b * OPTIONS, (b + 1) * OPTIONS);
            assertArrayEquals(expected, row, 1e-6f, "block " + b);
        }
    }

    /** With the pair's probability m together, the first's logit has the gradient m q (1 - q) (its latency - the other's). */
    @Test
    void expectedLatencyIsThatOfAllOptionsAndMovesThePair() {
        float[][] values = logits.values();
        double[][] millis = SupernetGround.latencies(1);
        int[][] pairs = new int[BLOCKS][];
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            LogitsPass pass = logits.gated(step, new SplittableRandom(2));
            for (int b = 0; b < BLOCKS; b++) {
                pairs[b] = pass.paths().options(b);
            }
            assertEquals(logits.health().millis(), pass.millis().toFloatArray()[0], 1e-4);
            collector.backward(pass.millis());
        }
        float[] gradient = gradient();
        for (int b = 0; b < BLOCKS; b++) {
            int one = pairs[b][0];
            int other = pairs[b][1];
            double[] p = Logits.softmax(values[b]);
            double mass = p[one] + p[other];
            double expected = p[one] * p[other] / mass * (millis[b][one] - millis[b][other]);
            assertEquals(expected, gradient[b * OPTIONS + one], 1e-6);
            assertEquals(-expected, gradient[b * OPTIONS + other], 1e-6);
        }
    }

    @Test
    void aStepChangesTheTwoLogitsAloneAndKeepsTheirProbabilityTogether() {
        float[][] before = logits.values();
        for (int step = 0; step < 3; step++) {
            int[][] pairs = new int[BLOCKS][];
            try (NDManager manager = this.manager.newSubManager();
                    GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                LogitsPass pass = logits.gated(manager, new SplittableRandom(step));
                for (int b = 0; b < BLOCKS; b++) {
                    pairs[b] = pass.paths().options(b);
                }
                collector.backward(pass.millis());
            }
            logits.step();
            float[][] after = logits.values();
            for (int b = 0; b < BLOCKS; b++) {
                for (int o = 0; o < OPTIONS; o++) {
                    boolean paired = o == pairs[b][0] || o == pairs[b][1];
                    assertEquals(paired, before[b][o] != after[b][o], "block " + b + " option " + o);
                }
                double[] p = Logits.softmax(before[b]);
                double[] q = Logits.softmax(after[b]);
                assertEquals(p[pairs[b][0]] + p[pairs[b][1]], q[pairs[b][0]] + q[pairs[b][1]], 1e-6);
            }
            before = after;
        }
    }

    private float[] gradient() {
        try (NDArray gradient = logits.array().getGradient()) {
            return gradient.toFloatArray();
        }
    }
}
