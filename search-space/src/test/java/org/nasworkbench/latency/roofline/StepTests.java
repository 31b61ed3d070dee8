package org.nasworkbench.latency.roofline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

class StepTests {
    private static final Shape IMAGE = new Shape(3, 8, 10);

    @Test
    void aConvolutionReadsItsInputAndWeightsAndWritesItsOutput() {
        NetworkBuilder network = new NetworkBuilder(IMAGE);
        network.pointwise("gate", 0, 5);
        assertEquals(List.of(new Step(3 * 5 * 80, 3 * 80 + (3 * 5 + 5) + 5 * 80)), Step.of(network.build()));
    }

    @Test
    void theNormAndActivationBehindAConvolutionCostOneBiasAChannel() {
        NetworkBuilder network = new NetworkBuilder(IMAGE);
        network.convolutionNormRelu("stem", 0, 16, 3, 2, 1, 1);
        long weights = 16 * 3 * 9;
        assertEquals(
                List.of(new Step(weights * 20, 3 * 80 + weights + 16 + 16 * 20)),
                Step.of(network.build()),
                "4x5 pixels come out");
    }

    @Test
    void anActivationOfWhatSomebodyElseReadsIsAStepOfItsOwn() {
        NetworkBuilder network = new NetworkBuilder(IMAGE);
        int shared = network.pointwise("shared", 0, 4);
        int active = network.relu("active", shared);
        network.same("sum", new LayerKind.Add(), shared, active);
        assertEquals(
                List.of(new Step(960, 240 + 16 + 320), new Step(0, 640), new Step(0, 3 * 320)),
                Step.of(network.build()));
    }

    @Test
    void anActivationOfTheInputReadsIt() {
        NetworkBuilder network = new NetworkBuilder(IMAGE);
        network.relu("first", 0);
        assertEquals(List.of(new Step(0, 480)), Step.of(network.build()));
    }

    @Test
    void everyLayerThatMovesDataIsPaidByTheValuesThatItMoves() {
        NetworkBuilder network = new NetworkBuilder(IMAGE);
        int zero = network.same("zero", new LayerKind.Zero(), 0);
        int both = network.concatenate("both", 0, zero);
        int wide = network.resize("wide", both, 16, 20);
        int mean = network.globalPool("mean", wide);
        network.same("scaled", new LayerKind.Multiply(), wide, mean);
        assertEquals(
                List.of(
                        new Step(0, 240),
                        new Step(0, 240 + 240 + 480),
                        new Step(0, 480 + 1920),
                        new Step(0, 1920 + 6),
                        new Step(0, 1920 + 6 + 1920)),
                Step.of(network.build()));
    }
}
