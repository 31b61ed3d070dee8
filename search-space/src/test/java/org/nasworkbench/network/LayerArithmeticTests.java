package org.nasworkbench.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.LayerKind.MaxPool;
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
    }

    @Test
    void aLinearLayerOnAMapWeighsItChannelByChannelAndRowByRow() {
        assertArrayEquals(
                new float[] {1 * 1 + 2 * 10 + 3 * 2 + 4 * 20 + 0.5f, 5 * 1 + 6 * 10 + 7 * 2 + 8 * 20 + 0.5f},
                run(new Shape(2, 1, 2), (network, x) -> network.linear("linear", x, 2), 1, 10, 2, 20));
    }

    @ParameterizedTest(name = "padding {0}, rounding up {1}")
    @CsvSource({
        "0, false, 5",
        "0, true, 5 6 8 9",
        "1, false, 5 6 8 9",
        "1, true, 5 6 8 9",
    })
    void aPoolOfGreatestValuesHasAWindowThatReachesBeyondOnlyWhereItIsRoundedUp(
            int padding, boolean roundUp, String expected) {
        int kernel = padding == 0 ? 2 : 3;
        float[] greatest = run(
                new Shape(1, 3, 3),
                (network, x) -> network.maxPool("pool", x, new MaxPool(kernel, 2, padding, roundUp)),
                1,
                0,
                4,
                2,
                5,
                6,
                7,
                8,
                9);
        assertArrayEquals(numbers(expected), greatest);
    }

    private static float[] numbers(String text) {
        String[] words = text.split(" ");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Float.parseFloat(words[i]);
        }
        return numbers;
    }

    @Test
    void aWindowThatWouldBeginInThePaddingBehindIsNone() {
        NetworkBuilder network = new NetworkBuilder(new Shape(1, 3, 4));
        int pooled = network.maxPool("pool", 0, new MaxPool(2, 4, 1, true));
        assertEquals(new Shape(1, 1, 2), network.shape(pooled));
    }

    @Test
    void emptyPixelsAreNeverTheGreatest() {
        assertArrayEquals(
                new float[] {-1},
                run(
                        new Shape(1, 2, 2),
                        (network, x) -> network.maxPool("pool", x, new MaxPool(3, 2, 1, false)),
                        -4,
                        -3,
                        -2,
                        -1));
    }

    @Test
    void aConvolutionTakesThePaddingThatItIsGiven() {
        float[] pixels = {1, 2, 3, 4};
        assertArrayEquals(
                new float[] {1 + 2 * 2 + 3 * 3 + 4 * 4},
                run(
                        new Shape(1, 2, 2),
                        (network, x) -> network.convolution("whole", x, new Convolution(1, 2, 4, 0, 1, 1, false)),
                        pixels));
        assertArrayEquals(
                new float[] {4 * 1, 3 * 2, 2 * 3, 1 * 4},
                run(
                        new Shape(1, 2, 2),
                        (network, x) -> network.convolution("corners", x, new Convolution(1, 2, 2, 1, 1, 1, false)),
                        pixels));
        assertThrows(IllegalArgumentException.class, () -> new NetworkBuilder(new Shape(1, 2, 2))
                .convolution("wide", 0, new Convolution(1, 5, 1, 1, 1, 1, false)));
    }

    @Test
    void aBoundedReluEndsAtSixAndPassesGradientsBetweenItsBoundsOnly() {
        NetworkBuilder builder = new NetworkBuilder(new Shape(1, 1, 4));
        builder.same("relu6", new LayerKind.Relu6(), 0);
        Differentiated relu6 = Differentiated.of(builder.build(), -1, 0.5f, 5, 1e6f);
        assertArrayEquals(new float[] {0, 0.5f, 5, 6}, relu6.output());
        assertArrayEquals(new float[] {0, 1, 1, 0}, relu6.gradient());
    }

    @Test
    void theGradientOfAPoolGoesToTheGreatestOfEachWindow() {
        NetworkBuilder builder = new NetworkBuilder(new Shape(1, 3, 3));
        builder.maxPool("pool", 0, new MaxPool(2, 1, 0, false));
        Differentiated pool = Differentiated.of(builder.build(), 9, 0, 4, 2, 5, 6, 7, 8, 1);
        assertArrayEquals(new float[] {9, 6, 8, 8}, pool.output());
        assertArrayEquals(new float[] {1, 0, 0, 0, 0, 1, 0, 2, 0}, pool.gradient());
    }

    /** What a network without weights makes of an image, and the gradient of the output's sum by the image. */
    private record Differentiated(float[] output, float[] gradient) {
        static Differentiated of(Network network, float... pixels) {
            Shape input = network.input();
            try (NDManager manager = Devices.newManager()) {
                NDArray x = manager.create(
                        pixels, new ai.djl.ndarray.types.Shape(1, input.channels(), input.height(), input.width()));
                x.setRequiresGradient(true);
                try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    NDArray y = new ExecutableNetwork(network, "", new Weights(manager)).forward(true, x);
                    collector.backward(y.sum());
                    return new Differentiated(y.toFloatArray(), x.getGradient().toFloatArray());
                }
            }
        }
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
