package org.nasworkbench.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/** Layers that are worked out by hand. */
class LayerArithmeticTests {
    /** Runs the layers that {@code write} puts behind an input; all weights are 1, 2, 3 and so on, biases 0.5. */
    private static float[] run(Shape input, ObjIntConsumer<NetworkBuilder> write, float... pixels) {
        NetworkBuilder builder = new NetworkBuilder(input);
        write.accept(builder, 0);
        Network network = builder.build();
        try (NDManager manager = Devices.newManager()) {
            Weights weights = new Weights(manager);
            weights.add("", network, new SplittableRandom(1));
            for (Weights.Weight weight : weights.trained()) {
                float[] values = new float[(int) weight.array().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = weight.name().endsWith("bias") ? 0.5f : i + 1;
                }
                weight.array().set(FloatBuffer.wrap(values));
            }
            NDArray x = manager.create(
                    pixels, new ai.djl.ndarray.types.Shape(1, input.channels(), input.height(), input.width()));
            NDArray y = new ExecutableNetwork(network, "", weights).forward(false, x);
            Shape output = network.output();
            assertEquals(
                    new ai.djl.ndarray.types.Shape(1, output.channels(), output.height(), output.width()),
                    y.getShape());
            return y.toFloatArray();
        }
    }

    @Test
    void aGlobalPoolIsTheMeanOfEachChannel() {
        assertArrayEquals(
                new float[] {2.5f, 10},
                run(new Shape(2, 2, 2), (network, x) -> network.globalPool("pool", x), 1, 2, 3, 4, 10, 10, 0, 20));
    }

    @Test
    void aLinearLayerWeighsAllChannelsAndAddsItsBias() {
        assertArrayEquals(
                new float[] {1 * 10 + 2 * 100 + 0.5f, 3 * 10 + 4 * 100 + 0.5f, 5 * 10 + 6 * 100 + 0.5f},
                run(new Shape(2, 1, 1), (network, x) -> network.linear("linear", x, 3), 10, 100));
        assertThrows(
                IllegalArgumentException.class, () -> new NetworkBuilder(new Shape(2, 1, 2)).linear("linear", 0, 3));
    }

    @Test
    void pixelsBeyondTheBorderDoNotCountInAPaddedPool() {
        assertArrayEquals(
                new float[] {12 / 4f, 21 / 6f, 16 / 4f, 27 / 6f, 45 / 9f, 33 / 6f, 24 / 4f, 39 / 6f, 28 / 4f},
                run(new Shape(1, 3, 3), (network, x) -> network.smooth("smooth", x, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9),
                1e-6f);
    }

    @Test
    void aShuffleTakesTheFirstOfEachGroupThenTheSecond() {
        assertArrayEquals(
                new float[] {0, 3, 1, 4, 2, 5},
                run(
                        new Shape(6, 1, 1),
                        (network, x) -> network.same("shuffle", new LayerKind.Shuffle(2), x),
                        0,
                        1,
                        2,
                        3,
                        4,
                        5));
    }

    @Test
    void aSumHasAsManyTermsAsItIsGivenAndAZeroAddsNothing() {
        assertArrayEquals(
                new float[] {3, -6},
                run(
                        new Shape(1, 1, 2),
                        (network, x) -> {
                            int zero = network.same("zero", new LayerKind.Zero(), x);
                            network.same("sum", new LayerKind.Add(), x, zero, x, x);
                        },
                        1,
                        -2));
    }

    @Test
    void aProductWithOneNumberAChannelGoesForAllItsPixels() {
        assertArrayEquals(
                new float[] {2 * 2, 2 * 1, 2 * 3, 5 * 4, 5 * 5, 5 * 6},
                run(
                        new Shape(2, 1, 3),
                        (network, x) ->
                                network.same("product", new LayerKind.Multiply(), x, network.globalPool("pool", x)),
                        2,
                        1,
                        3,
                        4,
                        5,
                        6));
    }
}
