package org.nasworkbench.space.reference;

import org.nasworkbench.space.InvertedResidual;
import org.nasworkbench.space.LayerKind.Relu6;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * MobileNetV2 at width 1: Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", CVPR 2018, arXiv 1801.04381,
 * table 2. The first block has no widening convolution, as in the authors' code.
 */
final class SecondMobileNet {
    private static final int STEM = 32;
    private static final int HEAD = 1280;
    private static final int[] CHANNELS = {16, 24, 32, 64, 96, 160, 320};
    private static final int[] BLOCKS = {1, 2, 3, 4, 3, 3, 1};
    private static final int[] STRIDES = {1, 2, 2, 2, 1, 2, 1};

    private SecondMobileNet() {}

    static ReferenceNetwork published() {
        return ReferenceNetwork.imageNet(
                "mobilenet-v2", 2018, "Sandler et al., arXiv 1801.04381", SecondMobileNet::write);
    }

    private static Network write(Shape input, int classes) {
        NetworkBuilder network = new NetworkBuilder(input);
        int at = bounded(network.scope("stem"), network.convolutionNorm("convolution", 0, STEM, 3, 2, 1, 1));
        for (int stage = 0; stage < CHANNELS.length; stage++) {
            InvertedResidual block = new InvertedResidual(3, stage == 0 ? 1 : 6, 1, false, new Relu6());
            for (int i = 0; i < BLOCKS[stage]; i++) {
                network.scope("block" + stage + "." + i);
                at = block.write(network, at, CHANNELS[stage], i == 0 ? STRIDES[stage] : 1);
            }
        }
        int last = bounded(network.scope("last"), network.convolutionNorm("convolution", at, HEAD, 1, 1, 1, 1));
        return Classifier.pooled(network, last, classes);
    }

    private static int bounded(NetworkBuilder network, int from) {
        return network.same("convolution.relu", new Relu6(), from);
    }
}
