package org.nasworkbench.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nasworkbench.network.Weights.Weight;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpaces;

/** What batch norms keep of the batches that they have seen, behind a convolution that passes every second pixel on. */
class RunningStatisticsTests {
    private static final int IMAGES = 2;
    private static final int SIDE = 8;
    private static final int BATCHES = 4;

    private final NDManager manager = Devices.newManager();
    private final Weights weights = new Weights(manager);
    private final float[][] pixels = new float[BATCHES][IMAGES * 3 * SIDE * SIDE];
    private ExecutableNetwork network;
    private NDArray mean;
    private NDArray variance;

    @BeforeEach
    void build() {
        SplittableRandom random = new SplittableRandom(1);
        for (int b = 0; b < BATCHES; b++) {
            for (int i = 0; i < pixels[b].length; i++) {
                pixels[b][i] = (float) (b + random.nextDouble(-1, 1) * (b + 1));
            }
        }
        Network stem = SearchSpaces.chain(
                        "squeezenas-small", 0.25, 1, 3, new org.nasworkbench.space.Shape(3, SIDE, SIDE))
                .stem();
        weights.add("", stem, random);
        network = new ExecutableNetwork(stem, "", weights);
        for (Weight weight : weights.trained()) {
            if (weight.name().endsWith(".weight")) {
                passEverySecondPixelOfTheFirstChannel(weight.array());
            } else if (weight.name().endsWith(".scale")) {
                mean = weights.get(weight.name().replace(".scale", ".mean"));
                variance = weights.get(weight.name().replace(".scale", ".variance"));
            }
        }
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** i / (i + 1) at the i-th batch; whatever was there before is forgotten. Variances are unbiased, as the engine's are. */
    @Test
    void theyBecomeMeansOverTheBatches() {
        network.forward(true, 0.9f, batch(3));
        double sumOfMeans = 0;
        double sumOfVariances = 0;
        for (int b = 0; b < BATCHES; b++) {
            network.forward(true, b / (b + 1f), batch(b));
            sumOfMeans += meanOf(b);
            sumOfVariances += varianceOf(b);
            assertEquals(sumOfMeans / (b + 1), mean.toFloatArray()[0], 1e-5, "mean over " + (b + 1));
            assertEquals(sumOfVariances / (b + 1), variance.toFloatArray()[0], 1e-4, "variance over " + (b + 1));
        }
    }

    /** From a mean of 0 and a variance of 1. */
    @Test
    void trainingKeepsNineTenths() {
        network.forward(true, batch(1));
        assertEquals(0.1 * meanOf(1), mean.toFloatArray()[0], 1e-6);
        assertEquals(0.9 + 0.1 * varianceOf(1), variance.toFloatArray()[0], 1e-5);
    }

    @Test
    void keepingAllOrScoringChangesNothing() {
        network.forward(true, batch(1));
        float[] before = mean.toFloatArray();
        network.forward(true, 1, batch(2));
        network.forward(false, batch(2));
        assertArrayEquals(before, mean.toFloatArray());
    }

    private NDArray batch(int number) {
        return manager.create(pixels[number], new Shape(IMAGES, 3, SIDE, SIDE));
    }

    private double meanOf(int batch) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < pixels[batch].length; i++) {
            if (passed(i)) {
                sum += pixels[batch][i];
                count++;
            }
        }
        return sum / count;
    }

    private double varianceOf(int batch) {
        double mean = meanOf(batch);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < pixels[batch].length; i++) {
            if (passed(i)) {
                sum += (pixels[batch][i] - mean) * (pixels[batch][i] - mean);
                count++;
            }
        }
        return sum / (count - 1);
    }

    /** Whether a pixel is of the first channel, and of an even row and column. */
    private static boolean passed(int index) {
        int channel = index / (SIDE * SIDE) % 3;
        return channel == 0 && index / SIDE % SIDE % 2 == 0 && index % SIDE % 2 == 0;
    }

    /** The middle of a 3x3 kernel at padding 1 and stride 2 stands on even rows and columns. */
    private static void passEverySecondPixelOfTheFirstChannel(NDArray kernels) {
        float[] values = new float[(int) kernels.size()];
        for (int filter = 0; filter < kernels.getShape().get(0); filter++) {
            values[filter * 27 + 4] = 1;
        }
        kernels.set(FloatBuffer.wrap(values));
    }
}
