package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.TrainingDivergedException;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.task.Split;

class LogitsTests {
    private static final ChainSpace SPACE = SupernetGround.SPACE;
    private static final int BLOCKS = SPACE.blocks();
    private static final int OPTIONS = SPACE.options().size();
    private static final double TARGET = 20;
    private static final double TEMPERATURE = 2;
    private static final long NOISE = 11;
    private static final int IMAGES = 4;
    private static final float STEP = 5e-4f;

    private final NDManager manager = Devices.newManager();
    private final Logits logits = new Logits(manager, SPACE, SupernetGround.latencies(1), TARGET);

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void everyImageHasAMixtureOfItsOwnThatSumsToOne() {
        float[] mixture = sample(TEMPERATURE);
        for (int row = 0; row < IMAGES * BLOCKS; row++) {
            double sum = 0;
            for (int o = 0; o < OPTIONS; o++) {
                sum += mixture[row * OPTIONS + o];
            }
            assertEquals(1, sum, 1e-5);
        }
        assertTrue(mixture[0] != mixture[BLOCKS * OPTIONS], "two images have the same noise");
    }

    @Test
    void aMixtureForTheWeightsIsTheOneThatTheLogitsWouldSee() {
        try (NDArray fixed = logits.fixedNoise(manager, IMAGES, TEMPERATURE, new SplittableRandom(NOISE))) {
            assertArrayEquals(sample(TEMPERATURE), fixed.toFloatArray());
        }
    }

    /** Jang et al. 2017, section 2.2: towards one-hot as the temperature falls, towards uniform as it rises. */
    @Test
    void coldMixturesChooseAndHotOnesBlend() {
        float[] cold = sample(1e-3);
        float[] hot = sample(1e3);
        for (int row = 0; row < IMAGES * BLOCKS; row++) {
            double largest = 0;
            for (int o = 0; o < OPTIONS; o++) {
                largest = Math.max(largest, cold[row * OPTIONS + o]);
                assertEquals(1.0 / OPTIONS, hot[row * OPTIONS + o], 2e-3);
            }
            assertTrue(largest > 0.99, "a cold mixture of at most " + largest);
        }
    }

    /**
     * The Gumbel-max trick: a cold mixture chooses option o with probability softmax(theta)[o]. Each share of 4,000 choices is
     * within 4.5 standard deviations of its probability, with a probability above 0.9999 for all 13 together.
     */
    @Test
    void coldMixturesChooseWithTheProbabilitiesOfTheLogits() {
        setLogits(new SplittableRandom(3));
        double[] p = Logits.softmax(logits.values()[0]);
        int choices = 4000;
        int[] chosen = new int[OPTIONS];
        try (NDManager step = manager.newSubManager()) {
            float[] mixture = logits.sample(step, choices, 1e-3, new SplittableRandom(NOISE))
                    .toFloatArray();
            for (int n = 0; n < choices; n++) {
                int best = 0;
                for (int o = 1; o < OPTIONS; o++) {
                    best = mixture[n * BLOCKS * OPTIONS + o] > mixture[n * BLOCKS * OPTIONS + best] ? o : best;
                }
                chosen[best]++;
            }
        }
        for (int o = 0; o < OPTIONS; o++) {
            assertEquals(choices * p[o], chosen[o], 4.5 * Math.sqrt(choices * p[o] * (1 - p[o])), "option " + o);
        }
    }

    /** With mixture m and latency ratios r, d/d theta[b][o] is the mean over images of m[b][o] (r[b][o] - m[b] . r[b]) / temperature. */
    @Test
    void theGradientOfTheExpectedLatencyIsExact() {
        setLogits(new SplittableRandom(4));
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray mixture = logits.sample(step, IMAGES, TEMPERATURE, new SplittableRandom(NOISE));
            collector.backward(logits.expectedRatio(mixture));
        }
        float[] mixture = sample(TEMPERATURE);
        float[] gradient = gradient();
        double[][] millis = SupernetGround.latencies(1);
        for (int b = 0; b < BLOCKS; b++) {
            double[] expected = new double[OPTIONS];
            for (int n = 0; n < IMAGES; n++) {
                int row = (n * BLOCKS + b) * OPTIONS;
                double mean = 0;
                for (int o = 0; o < OPTIONS; o++) {
                    mean += mixture[row + o] * millis[b][o] / TARGET;
                }
                for (int o = 0; o < OPTIONS; o++) {
                    expected[o] += mixture[row + o] * (millis[b][o] / TARGET - mean) / TEMPERATURE / IMAGES;
                }
            }
            for (int o = 0; o < OPTIONS; o++) {
                assertEquals(expected[o], gradient[b * OPTIONS + o], 1e-7, "block " + b + " option " + o);
            }
        }
    }

    /** Along random directions through all logits, with the same noise on both sides. Larger steps go astray at the kinks of ReLU. */
    @Test
    void theGradientOfTheCrossEntropyAgreesWithFiniteDifferences() {
        Supernet supernet = new Supernet(SPACE, manager, new SplittableRandom(5));
        setLogits(new SplittableRandom(6));
        loss(supernet);
        float[] gradient = gradient();
        float[] before = logits.array().toFloatArray();
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 4; trial++) {
            float[] direction = new float[before.length];
            double analytic = 0;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = (float) (Math.signum(gradient[i]) * random.nextDouble());
                analytic += direction[i] * gradient[i];
            }
            double numeric = (lossAt(before, direction, STEP, supernet) - lossAt(before, direction, -STEP, supernet))
                    / (2 * STEP);
            assertEquals(numeric, analytic, 0.02 * Math.abs(analytic), "direction " + trial);
            assertTrue(analytic > 0.1, "a gradient too small to test: " + analytic);
        }
    }

    @Test
    void healthSummarisesTheDistributions() {
        SharedWeightsTraining.Epoch uniform = logits.health(0.5, Double.NaN, SPACE);
        assertEquals(Math.log(OPTIONS), uniform.entropy(), 1e-9);
        assertEquals(1.0 / OPTIONS, uniform.skipShare(), 1e-9);

        float[] certain = new float[BLOCKS * OPTIONS];
        for (int b = 0; b < BLOCKS; b++) {
            certain[b * OPTIONS + SPACE.options().indexOf(BlockOption.SKIP)] = 100;
        }
        logits.array().set(FloatBuffer.wrap(certain));
        SharedWeightsTraining.Epoch sure = logits.health(0.5, 0.7, SPACE);
        assertEquals(0, sure.entropy(), 1e-9);
        assertEquals(1, sure.skipShare(), 1e-9);
        assertEquals(BLOCKS * 0.1 / TARGET, sure.latencyRatio(), 1e-6);
    }

    @Test
    void aLogitThatIsNoNumberEndsTheTraining() {
        float[] broken = logits.array().toFloatArray();
        broken[OPTIONS + 2] = Float.NaN;
        logits.array().set(FloatBuffer.wrap(broken));
        assertThrows(TrainingDivergedException.class, () -> logits.health(0.5, 0.7, SPACE));
    }

    private double loss(Supernet supernet) {
        Batch batch = Batch.plain(SupernetGround.DATA.part(Split.SEARCH), List.of(0, 1, 2, 3), new float[] {
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
        });
        return WeightTraining.backward(
                manager,
                batch,
                images -> supernet.forward(
                        images,
                        logits.sample(images.getManager(), IMAGES, TEMPERATURE, new SplittableRandom(NOISE)),
                        true),
                ce -> ce);
    }

    private double lossAt(float[] before, float[] direction, float length, Supernet supernet) {
        float[] moved = before.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += length * direction[i];
        }
        logits.array().set(FloatBuffer.wrap(moved));
        return loss(supernet);
    }

    private float[] gradient() {
        try (NDArray gradient = logits.array().getGradient()) {
            return gradient.toFloatArray();
        }
    }

    private float[] sample(double temperature) {
        try (NDManager step = manager.newSubManager()) {
            return logits.sample(step, IMAGES, temperature, new SplittableRandom(NOISE))
                    .toFloatArray();
        }
    }

    private void setLogits(SplittableRandom random) {
        float[] values = new float[BLOCKS * OPTIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        logits.array().set(FloatBuffer.wrap(values));
    }
}
