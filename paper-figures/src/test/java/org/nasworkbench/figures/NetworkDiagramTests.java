package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.Projection;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.reference.ReferenceNetworks;

class NetworkDiagramTests {
    static final String GENOTYPE = "skip k3_e1 | k5_e6 k3d2_e3 | skip k3_e3 | k3d2_e1_g2 k5_e1_g2 | skip k3d2_e1";

    @Test
    void aPublishedChainIsTheSameByItsLayersAsByItsGenotype() {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 1, 4, 19, new Shape(3, 1024, 2048));
        String genotype = "k3_e1 skip skip skip | k3_e6 k3_e6 skip skip | k5_e6 k3d2_e6 k5_e1_g2 k3_e1_g2"
                + " | k3d2_e6 k3d2_e6 k3d2_e6 k3d2_e1 | k3d2_e6 k3d2_e3 k3d2_e3 k3d2_e3";
        assertEquals(
                DrawnNetwork.of("", space, space.parse(genotype)).blocks(),
                DrawnNetwork.of(ReferenceNetworks.named("squeezenas-lat-small")).blocks());
    }

    @Test
    void blocksOfOtherPapersAreReadFromTheirLayers() {
        List<DrawnBlock> mnasnet =
                DrawnNetwork.of(ReferenceNetworks.named("mnasnet-a1")).blocks();
        assertEquals(new DrawnBlock(3, 1, 1, 1, false, new Shape(16, 112, 112)), mnasnet.get(0));
        assertEquals(new DrawnBlock(5, 1, 3, 1, true, new Shape(40, 28, 28)), mnasnet.get(3));
        assertEquals(
                17,
                DrawnNetwork.of(ReferenceNetworks.named("mobilenet-v2"))
                        .blocks()
                        .size());
        assertTrue(DrawnNetwork.of(ReferenceNetworks.named("fbnet-c"))
                .blocks()
                .get(2)
                .skipped());
    }

    @Test
    void resolutionIsTheProductOfTheStridesWhateverTheImage() {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 0.5, 2, 11, new Shape(3, 90, 120));
        DrawnNetwork network = DrawnNetwork.of("", space, space.parse(GENOTYPE));
        assertEquals(
                List.of(4, 8, 16, 16, 16),
                network.stages().stream()
                        .map(stage -> network.reduction(stage.get(0).output()))
                        .toList());
    }

    @Test
    void aNetworkWithoutSuchBlocksIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> DrawnNetwork.of(ReferenceNetworks.named("alexnet")));
    }

    @Test
    void everyBlockSaysKernelAndExpansionAndNoTextCoversAnother() throws Exception {
        Drawing diagram = published();
        assertEquals(List.of(), Drawn.clashes(diagram));
        List<String> texts = Drawn.texts(diagram).stream().map(Drawn.Box::text).toList();
        assertEquals(5, texts.stream().filter("skip"::equals).count());
        assertTrue(texts.containsAll(List.of("e6", "e1g2", "3d2", "5×5", "1/16", "96")), texts.toString());
    }

    @Test
    void aStudyShowsWhatEachStrategyChoseAboveThePublishedNetworks() throws Exception {
        StudyResults study =
                study("squeezenas-small, width 0.5, 10 blocks of 13 options, 13^10 networks, input 3x48x64");
        assertTrue(new FoundNetworks().appliesTo(study));
        List<String> texts = Drawn.texts(new FoundNetworks().of(study)).stream()
                .map(Drawn.Box::text)
                .toList();
        assertTrue(texts.contains("evolution, seed 1: Validation mIoU 0.206, predicted 1.99 ms"), texts.toString());
        assertTrue(texts.contains("squeezenas-mac-small (Shaw et al., arXiv 1908.01748)"), texts.toString());
        assertTrue(texts.contains("12"), "half of the published 24 channels");
    }

    @Test
    void aStudyOfCellsOrWithoutAChosenNetworkHasNone() {
        assertFalse(new FoundNetworks().appliesTo(study("nb201, 15,625 networks listed")));
        assertFalse(new FoundNetworks().appliesTo(SyntheticStudy.usual()));
    }

    static NetworkDiagram published() {
        return new NetworkDiagram(
                "network",
                List.of(
                        DrawnNetwork.of(ReferenceNetworks.named("squeezenas-lat-small")),
                        DrawnNetwork.of(ReferenceNetworks.named("mnasnet-a1"))),
                "");
    }

    static StudyResults study() {
        return study("squeezenas-small, width 0.5, 10 blocks of 13 options, 13^10 networks, input 3x48x64");
    }

    private static StudyResults study(String space) {
        Run run = new Run(
                "evolution",
                "regularized-evolution",
                1,
                "done",
                9,
                9,
                9,
                GENOTYPE,
                OptionalDouble.of(0.2064),
                OptionalDouble.empty(),
                Map.of(),
                OptionalDouble.of(1.994),
                1,
                0,
                0,
                0);
        return new StudyResults(
                "tiny",
                Map.of("space", space),
                2,
                new Projection(1, 70, 10, "a source"),
                List.of(run),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
