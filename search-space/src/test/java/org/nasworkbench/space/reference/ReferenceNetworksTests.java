package org.nasworkbench.space.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

class ReferenceNetworksTests {
    /** AlexNet's third pool needs 63 pixels. */
    private static final Shape SMALL = new Shape(3, 65, 64);

    private static final int CLASSES = 7;

    static List<ReferenceNetwork> all() {
        return ReferenceNetworks.all();
    }

    @Test
    void networksStandByYearUnderNamesThatNoSpaceHas() {
        List<Integer> years = all().stream().map(ReferenceNetwork::year).toList();
        assertEquals(years.stream().sorted().toList(), years);
        TreeSet<String> names = new TreeSet<>(ReferenceNetworks.names());
        assertEquals(all().size(), names.size());
        assertTrue(names.stream().noneMatch(KnownSpaces.names()::contains));
    }

    @ParameterizedTest
    @MethodSource("all")
    void thePublishedNetworkScoresItsClasses(ReferenceNetwork reference) {
        Network network = reference.network();
        assertEquals(reference.input(), network.input());
        assertEquals(reference.classes(), network.output().channels());
        if (reference.classes() == 1000) {
            assertEquals(new Shape(1000, 1, 1), network.output());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLayerButTheLastIsRead(ReferenceNetwork reference) {
        List<Layer> layers = reference.network().layers();
        TreeSet<Integer> read = new TreeSet<>();
        layers.forEach(layer -> read.addAll(layer.inputs()));
        assertEquals(layers.size() - 1, read.size());
        assertEquals(layers.size() - 2, read.last());
    }

    private static boolean hasBigLinearLayers(ReferenceNetwork reference) {
        return reference.network(SMALL, CLASSES).parameters() > 10_000_000;
    }

    static List<ReferenceNetwork> light() {
        return all().stream()
                .filter(reference -> !hasBigLinearLayers(reference))
                .toList();
    }

    static List<ReferenceNetwork> heavy() {
        return all().stream().filter(ReferenceNetworksTests::hasBigLinearLayers).toList();
    }

    @ParameterizedTest
    @MethodSource("light")
    void aNetworkRunsWithTheShapesAndParametersThatItsLayerListSays(ReferenceNetwork reference) {
        run(reference);
    }

    /** AlexNet and VGG: tens of millions of weights are drawn. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("heavy")
    void aNetworkOfBigLinearLayersRunsLikewise(ReferenceNetwork reference) {
        run(reference);
    }

    private static void run(ReferenceNetwork reference) {
        Network network = reference.network(SMALL, CLASSES);
        try (NDManager manager = Devices.newManager()) {
            SplittableRandom random = new SplittableRandom(11);
            Weights weights = new Weights(manager);
            weights.add("", network, random);
            assertEquals(network.parameters(), weights.count());
            float[] pixels = new float[(int) SMALL.elements()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextDouble(-1, 1);
            }
            NDArray image = manager.create(
                    pixels, new ai.djl.ndarray.types.Shape(1, SMALL.channels(), SMALL.height(), SMALL.width()));
            NDArray scores = new ExecutableNetwork(network, "", weights).forward(false, image);
            Shape output = network.output();
            assertEquals(
                    new ai.djl.ndarray.types.Shape(1, CLASSES, output.height(), output.width()), scores.getShape());
            assertTrue(Float.isFinite(scores.sum().getFloat()));
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        String message = assertThrows(IllegalArgumentException.class, () -> ReferenceNetworks.named("mobilenet-2"))
                .getMessage();
        assertTrue(message.endsWith("'mobilenet-2'; did you mean 'mobilenet-v2'?"), message);
    }
}
