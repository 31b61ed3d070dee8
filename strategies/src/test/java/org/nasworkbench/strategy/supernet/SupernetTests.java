package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;

class SupernetTests {
    private static final double SAME = 1e-4;

    /** What is searched is what is derived: stem, options, identities, tap and decoder. */
    @ParameterizedTest
    @CsvSource({"squeezenas-small, 2", "squeezenas-large, 2", "squeezenas-xlarge, 1", "fbnet-segmentation, 2"})
    void aOneHotMixtureComputesWhatTheStandAloneNetworkOfTheSameWeightsComputes(String name, int blocks) {
        ChainSpace space = SupernetGround.space(name, blocks);
        SplittableRandom random = new SplittableRandom(1);
        try (NDManager manager = Devices.newManager()) {
            Supernet supernet = new Supernet(space, manager, random);
            NDArray images = images(manager, random);
            spreadRunningStatistics(supernet, space, images, random);
            for (int i = 0; i < 4; i++) {
                List<Architecture> pair = List.of(space.sample(random), space.sample(random));
                float[] mixed = supernet.score(images, Paths.all(oneHot(manager, space, pair)))
                        .toFloatArray();
                for (int n = 0; n < pair.size(); n++) {
                    ExecutableNetwork network = standAlone(space, pair.get(n), supernet, manager);
                    float[] alone = network.forward(false, images).toFloatArray();
                    Paths path = Paths.one(pair.get(n));
                    assertArrayEquals(alone, supernet.score(images, path).toFloatArray(), "a path is the network");
                    int half = alone.length / 2;
                    double spread = 0;
                    for (int p = n * half; p < (n + 1) * half; p++) {
                        assertEquals(alone[p], mixed[p], SAME, space.print(pair.get(n)));
                        spread = Math.max(spread, Math.abs(alone[p] - alone[n * half]));
                    }
                    assertTrue(spread > 100 * SAME, "scores too alike to tell networks apart: " + spread);
                }
            }
        }
    }

    @Test
    void lookingTrainsByTheBatchAndLeavesTheRunningStatisticsAlone() {
        ChainSpace space = SupernetGround.SPACE;
        SplittableRandom random = new SplittableRandom(2);
        try (NDManager manager = Devices.newManager()) {
            Supernet supernet = new Supernet(space, manager, random);
            NDArray images = images(manager, random);
            Paths path = Paths.one(space.sample(random));
            String before = supernet.weights().digest();
            float[] looked = supernet.look(images, path).toFloatArray();
            assertEquals(before, supernet.weights().digest());
            assertArrayEquals(looked, supernet.train(images, path).toFloatArray());
            assertNotEquals(before, supernet.weights().digest());
        }
    }

    @Test
    void theSharedWeightsAreThoseOfEveryOptionAtEveryBlockOnce() {
        ChainSpace space = SupernetGround.space("squeezenas-small", 2);
        long expected = space.stem().parameters() + space.head().parameters();
        for (var place : space.places()) {
            for (var option : space.options()) {
                expected += space.option(place, option).parameters();
            }
        }
        try (NDManager manager = Devices.newManager()) {
            assertEquals(
                    expected,
                    new Supernet(space, manager, new SplittableRandom(1))
                            .weights()
                            .count());
        }
    }

    /** Two random images [2, 3, H, W]. */
    private static NDArray images(NDManager manager, SplittableRandom random) {
        float[] pixels = new float[2 * 3 * 32 * 48];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-1, 1);
        }
        return manager.create(pixels, new Shape(2, 3, 32, 48));
    }

    /** Lets every batch norm see some features, so that forgetting one would show. */
    private static void spreadRunningStatistics(
            Supernet supernet, ChainSpace space, NDArray images, SplittableRandom random) {
        for (int i = 0; i < 3; i++) {
            List<Architecture> pair = List.of(space.sample(random), space.sample(random));
            supernet.train(images, Paths.all(oneHot(images.getManager(), space, pair)));
        }
    }

    /** [networks, blocks, options]. */
    private static NDArray oneHot(NDManager manager, ChainSpace space, List<Architecture> networks) {
        int options = space.options().size();
        float[] mixture = new float[networks.size() * space.blocks() * options];
        for (int n = 0; n < networks.size(); n++) {
            for (int b = 0; b < space.blocks(); b++) {
                mixture[(n * space.blocks() + b) * options + networks.get(n).choice(b)] = 1;
            }
        }
        return manager.create(mixture, new Shape(networks.size(), space.blocks(), options));
    }

    static ExecutableNetwork standAlone(
            ChainSpace space, Architecture architecture, Supernet supernet, NDManager manager) {
        Network network = space.network(architecture);
        Weights weights = new Weights(manager);
        weights.add("", network, new SplittableRandom(99));
        for (Layer layer : network.layers()) {
            parts(layer.kind()).forEach(part -> {
                NDArray shared = supernet.weights().get(shared(layer.name(), space, architecture) + part);
                weights.get(layer.name() + part).set(FloatBuffer.wrap(shared.toFloatArray()));
            });
        }
        return new ExecutableNetwork(network, "", weights);
    }

    private static Stream<String> parts(LayerKind kind) {
        if (kind instanceof LayerKind.Convolution convolution) {
            return convolution.bias() ? Stream.of(".weight", ".bias") : Stream.of(".weight");
        }
        return kind instanceof LayerKind.BatchNorm
                ? Stream.of(".mean", ".variance", ".scale", ".shift")
                : Stream.empty();
    }

    /** {@code block3.expand} is {@code block3.k3_e6.expand} in the supernet. */
    private static String shared(String layer, ChainSpace space, Architecture architecture) {
        if (!layer.startsWith("block")) {
            return layer;
        }
        int dot = layer.indexOf('.');
        int block = Integer.parseInt(layer.substring("block".length(), dot));
        return layer.substring(0, dot + 1)
                + space.options().get(architecture.choice(block)).name()
                + layer.substring(dot);
    }
}
