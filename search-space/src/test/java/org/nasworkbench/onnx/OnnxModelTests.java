package org.nasworkbench.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.latency.LatencyKey;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.LayerKind.MaxPool;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.reference.ReferenceNetwork;
import org.nasworkbench.space.reference.ReferenceNetworks;

class OnnxModelTests {
    private static final List<OnnxModel.Form> FORMS =
            List.of(new OnnxModel.Form(1, false), new OnnxModel.Form(1, true), new OnnxModel.Form(3, true));

    /** Spaces with small inputs of even and odd sizes, and how many of their networks the long test takes. */
    private record Ground(NetworkSpace space, int networks) {}

    private static List<Ground> grounds() {
        List<Ground> grounds = new ArrayList<>();
        for (String name : SearchSpaces.names()) {
            for (Shape input : List.of(new Shape(3, 37, 50), new Shape(3, 96, 128), new Shape(3, 180, 240))) {
                grounds.add(new Ground(SearchSpaces.chain(name, 1, 4, 11, input), 10));
            }
        }
        grounds.add(new Ground(classifier("fbnet", new Shape(3, 32, 32)), 15));
        grounds.add(new Ground(classifier("fbnet", new Shape(3, 65, 97)), 10));
        grounds.add(new Ground(classifier("mnasnet", new Shape(3, 64, 64)), 16));
        grounds.add(new Ground(classifier("mnasnet", new Shape(3, 45, 80)), 10));
        grounds.add(new Ground(classifier("nb201", new Shape(3, 32, 32)), 17));
        grounds.add(new Ground(classifier("nb201", new Shape(3, 20, 44)), 12));
        return grounds;
    }

    private static NetworkSpace classifier(String name, Shape input) {
        KnownSpaces.Changes none = KnownSpaces.Changes.NONE;
        return (NetworkSpace) KnownSpaces.space(
                name, new KnownSpaces.Changes(none.width(), none.blocks(), none.classes(), Optional.of(input)));
    }

    /** Two networks of each space, and a cell with every operation. */
    private static List<Network> smallNetworks() {
        List<NetworkSpace> spaces = new ArrayList<>();
        SearchSpaces.names().forEach(name -> spaces.add(SearchSpaces.chain(name, 0.25, 1, 5, new Shape(3, 37, 50))));
        spaces.add(classifier("fbnet", new Shape(3, 32, 32)));
        spaces.add(classifier("mnasnet", new Shape(3, 32, 45)));
        NetworkSpace cells = classifier("nb201", new Shape(3, 12, 20));
        spaces.add(cells);
        SplittableRandom random = new SplittableRandom(1);
        List<Network> networks = new ArrayList<>();
        for (NetworkSpace space : spaces) {
            networks.add(space.network(space.sample(random)));
            networks.add(space.network(space.sample(random)));
        }
        networks.add(cells.network(cells.parse("012344")));
        return networks;
    }

    private static List<Network> blocks(ChainSpace space) {
        return LatencyKey.all(space).stream().map(key -> key.block(space)).toList();
    }

    @Test
    void networksOfEverySpaceGiveTheSameScoresInBothRuntimes() throws Exception {
        for (Network network : smallNetworks()) {
            assertSame(network, 1);
        }
    }

    @Test
    @Tag("slow")
    void twoHundredNetworksGiveTheSameScoresInBothRuntimes() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        List<BothRuntimes.Output> all = new ArrayList<>();
        for (Ground ground : grounds()) {
            List<BothRuntimes.Output> here = new ArrayList<>();
            for (int i = 0; i < ground.networks(); i++) {
                here.add(assertSame(ground.space().network(ground.space().sample(random)), i));
            }
            all.addAll(here);
            print(ground.space().name() + " " + ground.space().input(), here);
        }
        print("all", all);
        assertEquals(200, all.size());
    }

    /** But those with tens of millions of weights, whose layers are tested one by one. */
    @Test
    @Tag("slow")
    void referenceNetworksGiveTheSameScoresInBothRuntimes() throws Exception {
        List<BothRuntimes.Output> outputs = new ArrayList<>();
        for (ReferenceNetwork reference : ReferenceNetworks.all()) {
            Network network = reference.network(new Shape(3, 64, 96), 7);
            if (network.parameters() < 10_000_000) {
                outputs.add(assertSame(network, 1));
            }
        }
        print("reference networks", outputs);
    }

    private static void print(String what, List<BothRuntimes.Output> outputs) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d networks, largest difference %.1e, scores up to %.1f%n",
                what,
                outputs.size(),
                most(outputs, BothRuntimes.Output::difference),
                most(outputs, BothRuntimes.Output::largest));
    }

    private static double most(List<BothRuntimes.Output> outputs, ToDoubleFunction<BothRuntimes.Output> value) {
        return outputs.stream().mapToDouble(value).max().orElse(0);
    }

    @Test
    void everyBlockOfAChainGivesTheSameInBothRuntimes() throws Exception {
        for (Network block : blocks(SearchSpaces.chain("squeezenas-small", 0.25, 1, 5, new Shape(3, 37, 50)))) {
            assertSame(block, 1);
        }
    }

    @Test
    @Tag("slow")
    void everyBlockOfThePublishedChainsGivesTheSameInBothRuntimes() throws Exception {
        for (String name : SearchSpaces.names()) {
            List<BothRuntimes.Output> outputs = new ArrayList<>();
            for (Network block : blocks(SearchSpaces.chain(name, 1, 4, 11, new Shape(3, 180, 240)))) {
                outputs.add(assertSame(block, 1));
            }
            print("blocks of " + name, outputs);
        }
    }

    private static List<Network> singleLayers(Shape shape) {
        return List.of(
                one(shape, new LayerKind.ShiftByOne()),
                one(shape, new LayerKind.AveragePool(3, 3, 1, 1, 1)),
                one(shape, new LayerKind.Relu6()),
                pooled(shape, new MaxPool(2, 2, 1, true)),
                pooled(shape, new MaxPool(3, 2, 1, true)),
                pooled(shape, new MaxPool(3, 2, 1, false)),
                pooled(shape, new MaxPool(4, 3, 2, true)),
                linear(shape),
                one(shape, new LayerKind.Shuffle(2)),
                one(shape, new LayerKind.Zero()),
                resized(shape, 9, 12),
                resized(shape, 18, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4x2x2", "4x1x7", "4x6x5", "4x9x1"})
    void layersThatDependOnTheBorderGiveTheSameOnMapsOfAnySize(String size) throws Exception {
        for (Network network : singleLayers(Shape.parse(size))) {
            assertSame(network, 1);
        }
    }

    @Test
    void theTestsHaveEveryKindOfLayer() {
        List<Network> networks = new ArrayList<>(smallNetworks());
        networks.addAll(blocks(SearchSpaces.chain("squeezenas-small", 0.25, 1, 5, new Shape(3, 37, 50))));
        networks.addAll(singleLayers(new Shape(4, 2, 2)));
        Set<Class<?>> seen = new HashSet<>();
        networks.forEach(network ->
                network.layers().forEach(layer -> seen.add(layer.kind().getClass())));
        assertEquals(Set.of(LayerKind.class.getPermittedSubclasses()), seen);
    }

    @Test
    void aNormIsFoldedIntoAConvolutionBeforeItAndStaysBehindAnythingElse() throws Exception {
        NetworkBuilder builder = new NetworkBuilder(new Shape(4, 6, 7));
        int first = builder.normRelu("alone", 0);
        int taken = builder.convolution("taken", first, new Convolution(4, 3, 1, 1, 2, true));
        int norm = builder.normRelu("folded", taken);
        int shared = builder.convolution("shared", norm, new Convolution(4, 1, 1, 1, 1, false));
        int behind = builder.normRelu("behind", shared);
        builder.same("sum", new LayerKind.Add(), behind, shared, norm);
        Network network = builder.build();
        assertSame(network, 1);
        try (BothRuntimes both = new BothRuntimes(network, 1)) {
            assertEquals(
                    List.of("alone.norm", "folded.norm", "behind.norm").size(),
                    norms(both.model(FORMS.get(0))).size());
            assertEquals(List.of("alone.norm", "behind.norm"), norms(both.model(FORMS.get(1))));
        }
    }

    @Test
    void theSameWeightsGiveTheSameBytesWithTheFactsInThem() throws Exception {
        Network network = one(new Shape(4, 6, 7), new LayerKind.Shuffle(2));
        try (BothRuntimes both = new BothRuntimes(network, 1)) {
            assertArrayEquals(both.model(FORMS.get(1)), both.model(FORMS.get(1)));
        }
        ModelProto model = ModelProto.parseFrom(
                OnnxModel.of(network, name -> new float[0], OnnxModel.Form.FOR_USE, Map.of("space", "none")));
        assertEquals(13, model.getOpsetImport(0).getVersion());
        assertEquals(8, model.getIrVersion());
        assertEquals("none", model.getMetadataProps(0).getValue());
    }

    @Test
    void weightsOfTheWrongSizeAreRefusedByName() {
        NetworkBuilder builder = new NetworkBuilder(new Shape(4, 6, 7));
        builder.pointwise("point", 0, 3);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> OnnxModel.of(builder.build(), name -> new float[5], OnnxModel.Form.FOR_USE, Map.of()));
        assertTrue(refused.getMessage().startsWith("the array point.weight must hold 12 values"), refused::getMessage);
    }

    /** Asserts it for all forms; returns what came out of the one that is furthest off. */
    private static BothRuntimes.Output assertSame(Network network, long seed) throws Exception {
        BothRuntimes.Output worst = new BothRuntimes.Output(0, 0);
        try (BothRuntimes both = new BothRuntimes(network, seed)) {
            for (OnnxModel.Form form : FORMS) {
                BothRuntimes.Output output = both.run(form);
                assertTrue(output.same(), () -> output + " as " + form + ": " + described(network));
                worst = output.difference() > worst.difference() ? output : worst;
            }
        }
        return worst;
    }

    private static String described(Network network) {
        return network.layers().stream()
                .map(layer -> layer.name() + " " + layer.kind() + " " + layer.output())
                .collect(Collectors.joining(", "));
    }

    private static Network one(Shape shape, LayerKind kind) {
        NetworkBuilder builder = new NetworkBuilder(shape);
        builder.same("layer", kind, 0);
        return builder.build();
    }

    private static Network pooled(Shape shape, MaxPool kind) {
        NetworkBuilder builder = new NetworkBuilder(shape);
        builder.maxPool("layer", 0, kind);
        return builder.build();
    }

    private static Network linear(Shape shape) {
        NetworkBuilder builder = new NetworkBuilder(shape);
        builder.linear("layer", 0, 3);
        return builder.build();
    }

    private static Network resized(Shape shape, int height, int width) {
        NetworkBuilder builder = new NetworkBuilder(shape);
        builder.resize("layer", 0, height, width);
        return builder.build();
    }

    private static List<String> norms(byte[] model) throws Exception {
        return ModelProto.parseFrom(model).getGraph().getNodeList().stream()
                .filter(node -> node.getOpType().equals("BatchNormalization"))
                .map(NodeProto::getName)
                .toList();
    }
}
