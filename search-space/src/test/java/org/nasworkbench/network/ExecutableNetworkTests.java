package org.nasworkbench.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.network.Weights.Weight;
import org.nasworkbench.space.CellNetworkSpace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.MnasNetSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.space.SearchSpaces;

class ExecutableNetworkTests {
    @ParameterizedTest
    @ValueSource(strings = {"squeezenas-small", "squeezenas-large", "squeezenas-xlarge", "fbnet-segmentation"})
    void everyNetworkRunsWithTheShapesAndParametersThatItsLayerListSays(String name) {
        ChainSpace space = SearchSpaces.chain(name, 0.25, 2, 5, new org.nasworkbench.space.Shape(3, 37, 50));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 15; i++) {
            Network network = space.network(space.sample(random));
            try (NDManager manager = Devices.newManager()) {
                Weights weights = new Weights(manager);
                weights.add("", network, random);
                assertEquals(network.parameters(), weights.count());
                NDArray output = new ExecutableNetwork(network, "", weights)
                        .forward(true, manager.zeros(new Shape(2, 3, 37, 50)));
                assertEquals(new Shape(2, 5, 37, 50), output.getShape());
                assertTrue(Float.isFinite(output.sum().getFloat()));
            }
        }
    }

    static List<NetworkSpace> classifiers() {
        return List.of(
                FbnetSpace.cifar100(),
                CellNetworkSpace.cifar10(),
                new MnasNetSpace(new org.nasworkbench.space.Shape(3, 64, 64), 10));
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void everyClassifierRunsWithTheShapesAndParametersThatItsLayerListSays(NetworkSpace space) {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 5; i++) {
            Network network = space.network(space.sample(random));
            try (NDManager manager = Devices.newManager()) {
                Weights weights = new Weights(manager);
                weights.add("", network, random);
                assertEquals(network.parameters(), weights.count());
                org.nasworkbench.space.Shape image = network.input();
                NDArray output = new ExecutableNetwork(network, "", weights)
                        .forward(true, manager.ones(new Shape(2, image.channels(), image.height(), image.width())));
                assertEquals(new Shape(2, space.classes(), 1, 1), output.getShape());
                assertTrue(Float.isFinite(output.sum().getFloat()));
            }
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        ChainSpace space =
                SearchSpaces.chain("squeezenas-small", 0.25, 1, 3, new org.nasworkbench.space.Shape(3, 32, 32));
        Network network = space.network(space.parse("k3_e1 | skip | k5_e3 | k3d2_e1_g2 | k3_e6"));
        try (NDManager manager = Devices.newManager()) {
            SplittableRandom random = new SplittableRandom(6);
            Weights weights = new Weights(manager);
            weights.add("", network, random);
            ExecutableNetwork executable = new ExecutableNetwork(network, "", weights);
            float[] pixels = new float[4 * 3 * 32 * 32];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextDouble(-1, 1);
            }
            NDArray x = manager.create(pixels, new Shape(4, 3, 32, 32));
            NDArray y = manager.zeros(new Shape(4, 32, 32), ai.djl.ndarray.types.DataType.INT64);
            NDArray mask = manager.ones(new Shape(4, 32, 32));
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(SegmentationLoss.crossEntropy(executable.forward(true, x), y, mask));
            }
            for (String name : List.of("head.classes.low.weight", "head.value.norm.scale", "head.gate.bias")) {
                NDArray weight = weights.get(name);
                double analytic = weight.getGradient().toFloatArray()[0];
                double numeric = (lossWith(weight, 1e-2f, executable, x, y, mask)
                                - lossWith(weight, -1e-2f, executable, x, y, mask))
                        / 2e-2;
                assertEquals(numeric, analytic, 2e-3 + 0.05 * Math.abs(numeric), name);
            }
        }
    }

    private static double lossWith(
            NDArray weight, float change, ExecutableNetwork executable, NDArray x, NDArray y, NDArray mask) {
        float[] before = weight.toFloatArray();
        float[] changed = before.clone();
        changed[0] += change;
        weight.set(java.nio.FloatBuffer.wrap(changed));
        double loss = SegmentationLoss.crossEntropy(executable.forward(true, x), y, mask)
                .getFloat();
        weight.set(java.nio.FloatBuffer.wrap(before));
        return loss;
    }

    @Test
    void voidPixelsChangeNeitherLossNorGradient() {
        try (NDManager manager = Devices.newManager()) {
            NDArray scores = manager.create(new float[] {1, 5, 2, -3}, new Shape(1, 2, 1, 2));
            NDArray labels = manager.create(new long[] {0, 0}, new Shape(1, 1, 2));
            NDArray mask = manager.create(new float[] {1, 0}, new Shape(1, 1, 2));
            double expected = Math.log(1 + Math.exp(2 - 1));
            assertEquals(
                    expected,
                    SegmentationLoss.crossEntropy(scores, labels, mask).getFloat(),
                    1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUpdaterTakenUpFromItsStateGoesOnBitForBit(boolean adam) throws java.io.IOException {
        try (NDManager manager = Devices.newManager()) {
            Weights straight = oneLayer(manager);
            Updater whole = updater(adam, straight.trained(), manager);
            run(whole, straight, 10);

            Weights first = oneLayer(manager);
            Updater half = updater(adam, first.trained(), manager);
            run(half, first, 5);
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            java.io.DataOutputStream out = new java.io.DataOutputStream(bytes);
            first.write(out);
            half.write(out);

            Weights second = oneLayer(manager);
            Updater rest = updater(adam, second.trained(), manager);
            java.io.DataInputStream in =
                    new java.io.DataInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()));
            second.read(in);
            rest.read(in);
            run(rest, second, 5);
            assertEquals(straight.digest(), second.digest());
        }
    }

    private static Updater updater(boolean adam, List<Weight> weights, NDManager manager) {
        return adam ? Updater.adam(weights, 0.9, 0.999, 1e-3, manager) : Updater.sgd(weights, 0.9, 1e-3, manager);
    }

    private static Weights oneLayer(NDManager manager) {
        Weights weights = new Weights(manager);
        weights.add("w", new float[] {1, -2, 3}, new Shape(3), false);
        return weights;
    }

    private static void run(Updater updater, Weights weights, int steps) {
        for (int i = 0; i < steps; i++) {
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(weights.get("w").square().sum());
            }
            updater.step(0.01);
        }
    }
}
