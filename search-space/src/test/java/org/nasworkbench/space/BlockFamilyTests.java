package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.reference.ReferenceNetwork;
import org.nasworkbench.space.reference.ReferenceNetworks;

class BlockFamilyTests {
    private static final ChainSpace SEGMENTATION =
            SearchSpaces.chain("fbnet-segmentation", 1, 4, 19, new Shape(3, 224, 224));

    /** A layer by what it is and costs, not by where it stands. */
    private record Piece(String name, LayerKind kind, Shape output, long macs, long parameters) {
        static Piece of(Layer layer, String scope) {
            return new Piece(
                    layer.name().substring(scope.length()),
                    layer.kind(),
                    layer.output(),
                    layer.macs(),
                    layer.parameters());
        }
    }

    static List<BlockPlace> places() {
        return FbnetSpace.cifar100().places().stream().distinct().toList();
    }

    /** MACs and parameters of these are held against the published table of 198 blocks. */
    @ParameterizedTest
    @MethodSource("places")
    void aBlockOfTheSegmentationSpaceIsThatOfTheClassificationSpaceAtTheSamePlace(BlockPlace place) {
        for (BlockOption option : SEGMENTATION.options()) {
            assertEquals(FbnetSpace.cifar100().block(place, option), SEGMENTATION.block(place, option), option.name());
        }
    }

    /** But for the expand convolution of expansion 1, which the authors' released models do without. */
    @ParameterizedTest
    @ValueSource(strings = {"fbnet-a", "fbnet-b", "fbnet-c"})
    void everyBlockOfThePublishedNetworksIsOneOfTheSpace(String name) {
        ReferenceNetwork reference = ReferenceNetworks.named(name);
        Network network = reference.network();
        int found = 0;
        for (int b = 0; b < 22; b++) {
            String scope = "block" + b + ".";
            List<Layer> layers = network.layers().stream()
                    .filter(layer -> layer.name().startsWith(scope))
                    .toList();
            if (layers.isEmpty()) {
                continue; // skipped
            }
            found++;
            Shape input = network.layers().get(layers.get(0).inputs().get(0)).output();
            Layer depthwise = layer(layers, scope + "depthwise");
            Layer project = layer(layers, scope + "project");
            int expansion = depthwise.output().channels() / input.channels();
            BlockOption option = BlockOption.invertedResidual(
                    ((Convolution) depthwise.kind()).kernel(), 1, expansion, ((Convolution) project.kind()).groups());
            assertTrue(SEGMENTATION.options().contains(option), option.name());
            BlockPlace place =
                    new BlockPlace(input, project.output().channels(), ((Convolution) depthwise.kind()).stride());
            List<Piece> ours = new ArrayList<>(SEGMENTATION.block(place, option).layers().stream()
                    .skip(1)
                    .map(layer -> Piece.of(layer, ""))
                    .toList());
            if (expansion == 1) {
                assertTrue(ours.removeIf(piece -> piece.name().startsWith("expand")));
            }
            assertEquals(layers.stream().map(layer -> Piece.of(layer, scope)).toList(), ours, scope + option.name());
        }
        assertTrue(found >= 18, found + " blocks");
    }

    private static Layer layer(List<Layer> layers, String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Strides, channels and numbers of the paper's table 1, but for the sixth stage's stride. */
    @Test
    void stagesAreThoseOfThePublishedNetworksAtASixteenthOfTheImage() {
        List<BlockPlace> places = SEGMENTATION.places();
        assertEquals(22, places.size());
        assertEquals(new Shape(16, 112, 112), places.get(0).input());
        assertEquals(
                "[16x112x112, 24x56x56, 24x56x56, 24x56x56, 24x56x56, 32x28x28, 32x28x28, 32x28x28, 32x28x28]",
                places.subList(0, 9).stream().map(BlockPlace::output).toList().toString());
        assertEquals(new Shape(184, 14, 14), places.get(17).output());
        assertEquals(new Shape(352, 14, 14), places.get(21).output());
        assertEquals(8, SEGMENTATION.tapBlock());
        assertEquals(28, places.get(SEGMENTATION.tapBlock()).output().height());
    }
}
