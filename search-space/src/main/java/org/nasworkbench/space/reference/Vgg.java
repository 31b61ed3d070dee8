package org.nasworkbench.space.reference;

import java.util.List;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.LayerKind.MaxPool;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * VGG, configurations A (11 layers with weights) and D (16): Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale
 * Image Recognition", ICLR 2015, arXiv 1409.1556, table 1. Without batch normalisation, as published.
 */
final class Vgg {
    private static final int[] CHANNELS = {64, 128, 256, 512, 512};
    private static final MaxPool POOL = new MaxPool(2, 2, 0, false);

    private Vgg() {}

    static List<ReferenceNetwork> all() {
        return List.of(deep("vgg-11", 1, 1, 2, 2, 2), deep("vgg-16", 2, 2, 3, 3, 3));
    }

    private static ReferenceNetwork deep(String name, int... convolutions) {
        return ReferenceNetwork.imageNet(
                name,
                2014,
                "Simonyan and Zisserman, arXiv 1409.1556",
                (input, classes) -> write(convolutions, input, classes));
    }

    private static Network write(int[] convolutions, Shape input, int classes) {
        NetworkBuilder network = new NetworkBuilder(input);
        int at = 0;
        for (int stage = 0; stage < CHANNELS.length; stage++) {
            Convolution convolution = new Convolution(CHANNELS[stage], 3, 1, 1, 1, true);
            for (int i = 0; i < convolutions[stage]; i++) {
                at = network.convolutionRelu("conv" + (stage + 1) + "_" + (i + 1), at, convolution);
            }
            at = network.maxPool("pool" + (stage + 1), at, POOL);
        }
        return Classifier.threeLayers(network, at, classes);
    }
}
