package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.TrainingDivergedException;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;

class LogitsTests {
    private static final ChainSpace SPACE = SupernetGround.SPACE;
    private static final int BLOCKS = SPACE.blocks();
    private static final int OPTIONS = SPACE.options().size();
    private static final double TEMPERATURE = 2;
    private static final long NOISE = 11;
    private static final int IMAGES = 4;
    private static final float STEP = 5e-4f;

    private final NDManager manager = Devices.newManager();
    private final Logits logits =
            new Logits(manager, SPACE, SupernetGround.latencies(1), new Logits.Rule(true, 0.1, 0.9, 0));

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

    @ParameterizedTest
    @EnumSource(
            value = Sampling.class,
            names = {"NOISE_PER_IMAGE", "NOISE_PER_BATCH"})
    void theWeightsLearnByTheMixtureThatTheLogitsWouldSeeAndTheLogitsLearnNothing(Sampling sampling) {
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            Paths seen = sampling.logitsPass(logits, step, IMAGES, TEMPERATURE, new SplittableRandom(NOISE))
                    .paths();
            Paths used = sampling.weightPasses(logits, IMAGES, TEMPERATURE, new SplittableRandom(NOISE))
                    .get(0)
                    .apply(step);
            assertArrayEquals(seen.options(1), used.options(1));
            assertArrayEquals(seen.share(1, 2).toFloatArray(), used.share(1, 2).toFloatArray());
            NDArray weight = step.ones(new Shape(1));
            weight.setRequiresGradient(true);
            collector.backward(used.share(1, 2).mul(weight).sum());
        }
        for (float change : gradient()) {
            assertEquals(0, change);
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
        SupernetGround.spread(logits, new SplittableRandom(3));
        double[] p = Logits.softmax(logits.values()[0]);
        int choices = 4000;
        int[] chosen = new int[OPTIONS];
        try (NDManager step = manager.newSubManager()) {
            float[] mixture = logits.mixture(step, choices, 1e-3, new SplittableRandom(NOISE))
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

    /** With mixture m and latencies r, d/d theta[b][o] is the mean over images of m[b][o] (r[b][o] - m[b] . r[b]) / temperature. */
    @Test
    void theGradientOfTheExpectedLatencyIsExact() {
        SupernetGround.spread(logits, new SplittableRandom(4));
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(logits.mixed(step, IMAGES, TEMPERATURE, new SplittableRandom(NOISE))
                    .millis());
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
                    mean += mixture[row + o] * millis[b][o];
                }
                for (int o = 0; o < OPTIONS; o++) {
                    expected[o] += mixture[row + o] * (millis[b][o] - mean) / TEMPERATURE / IMAGES;
                }
            }
            for (int o = 0; o < OPTIONS; o++) {
                assertEquals(expected[o], gradient[b * OPTIONS + o], 2e-6, "block " + b + " option " + o);
            }
        }
    }

    /** Along random directions through all logits, with the same noise on both sides. Larger steps go astray at the kinks of ReLU. */
    @Test
    void theGradientOfTheCrossEntropyAgreesWithFiniteDifferences() {
        Supernet supernet = new Supernet(SPACE, manager, new SplittableRandom(5));
        SupernetGround.spread(logits, new SplittableRandom(6));
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
        Logits.Health uniform = logits.health();
        assertEquals(Math.log(OPTIONS), uniform.meanEntropy(), 1e-9);
        assertEquals(1.0 / OPTIONS, uniform.meanSkipShare(), 1e-9);
        assertFalse(uniform.collapsed());

        float[] certain = new float[BLOCKS * OPTIONS];
        for (int b = 0; b < BLOCKS; b++) {
            certain[b * OPTIONS + SPACE.options().indexOf(BlockOption.SKIP)] = 100;
        }
        logits.array().set(FloatBuffer.wrap(certain));
        Logits.Health sure = logits.health();
        assertEquals(0, sure.meanEntropy(), 1e-9);
        assertEquals(1, sure.meanSkipShare(), 1e-9);
        assertTrue(sure.collapsed());
        assertEquals(BLOCKS * 0.1, sure.millis(), 1e-6);
    }

    /** Without any other gradient, decay pulls by weight decay x logit; equal logits of 1 fall together. */
    @Test
    void logitsDecay() {
        try (NDManager other = manager.newSubManager()) {
            Logits decayed = new Logits(other, SPACE, SupernetGround.latencies(1), new Logits.Rule(false, 0.5, 0, 0.1));
            decayed.step();
            for (float[] row : decayed.values()) {
                for (float logit : row) {
                    assertEquals(1 - 0.5 * 0.1, logit, 1e-6);
                }
            }
        }
    }

    @Test
    void aLogitThatIsNoNumberEndsTheTraining() {
        float[] broken = logits.array().toFloatArray();
        broken[OPTIONS + 2] = Float.NaN;
        logits.array().set(FloatBuffer.wrap(broken));
        assertThrows(TrainingDivergedException.class, () -> logits.health());
    }

    private double loss(Supernet supernet) {
        return WeightTraining.backward(
                manager,
                SupernetGround.batch(),
                images -> supernet.train(
                        images,
                        Paths.all(
                                logits.mixture(images.getManager(), IMAGES, TEMPERATURE, new SplittableRandom(NOISE)))),
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
            return logits.mixture(step, IMAGES, temperature, new SplittableRandom(NOISE))
                    .toFloatArray();
        }
    }
}
