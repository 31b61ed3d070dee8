package org.nasworkbench.space.reference;

import org.nasworkbench.space.InvertedResidual;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * MnasNet-A1: Tan et al., "MnasNet: Platform-Aware Neural Architecture Search for Mobile", CVPR 2019, arXiv 1807.11626, figure 7. The width
 * inside squeeze-and-excitation is a quarter of the block's input, as in the authors' code.
 */
final class MnasNetA1 {
    private static final int STEM = 32;
    private static final int HEAD = 1280;

    private static final Stage[] STAGES = {
        new Stage(InvertedResidual.of(3, 1, false), 16, 1, 1),
        new Stage(InvertedResidual.of(3, 6, false), 24, 2, 2),
        new Stage(InvertedResidual.of(5, 3, true), 40, 3, 2),
        new Stage(InvertedResidual.of(3, 6, false), 80, 4, 2),
        new Stage(InvertedResidual.of(3, 6, true), 112, 2, 1),
        new Stage(InvertedResidual.of(5, 6, true), 160, 3, 2),
        new Stage(InvertedResidual.of(3, 6, false), 320, 1, 1)
    };

    /** Blocks of one kind; the stride is that of the first. */
    private record Stage(InvertedResidual block, int channels, int blocks, int stride) {}

    private MnasNetA1() {}

    static ReferenceNetwork published() {
        return ReferenceNetwork.imageNet("mnasnet-a1", 2018, "Tan et al., arXiv 1807.11626", MnasNetA1::write);
    }

    private static Network write(Shape input, int classes) {
        NetworkBuilder network = new NetworkBuilder(input);
        int at = network.scope("stem").convolutionNormRelu("convolution", 0, STEM, 3, 2, 1, 1);
        for (int s = 0; s < STAGES.length; s++) {
            Stage stage = STAGES[s];
            for (int i = 0; i < stage.blocks(); i++) {
                network.scope("block" + s + "." + i);
                at = stage.block().write(network, at, stage.channels(), i == 0 ? stage.stride() : 1);
            }
        }
        int last = network.scope("last").convolutionNormRelu("convolution", at, HEAD, 1, 1, 1, 1);
        return Classifier.pooled(network, last, classes);
    }
}
