package org.nasworkbench.space.reference;

import org.nasworkbench.space.LayerKind.Add;
import org.nasworkbench.space.LayerKind.MaxPool;
import org.nasworkbench.space.LayerKind.Shuffle;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * ShuffleNet 1x with three groups: Zhang et al., "ShuffleNet: An Extremely Efficient Convolutional Neural Network for Mobile Devices",
 * CVPR 2018, arXiv 1707.01083, table 1 and figure 2. Channels are shuffled before the depthwise convolution as in the paper; the authors' code
 * does it behind. Empty pixels do not count in the average pool of the shortcut.
 */
final class ShuffleNet {
    private static final int GROUPS = 3;
    private static final int STEM = 24;
    private static final int[] CHANNELS = {240, 480, 960};
    private static final int[] UNITS = {4, 8, 4};

    private ShuffleNet() {}

    static ReferenceNetwork published() {
        return ReferenceNetwork.imageNet("shufflenet-v1", 2017, "Zhang et al., arXiv 1707.01083", ShuffleNet::write);
    }

    private static Network write(Shape input, int classes) {
        NetworkBuilder network = new NetworkBuilder(input);
        int stem = network.scope("stem").convolutionNormRelu("convolution", 0, STEM, 3, 2, 1, 1);
        int at = network.maxPool("pool", stem, new MaxPool(3, 2, 1, false));
        for (int stage = 0; stage < CHANNELS.length; stage++) {
            for (int i = 0; i < UNITS[stage]; i++) {
                network.scope("stage" + (stage + 2) + "." + i);
                at = i == 0 ? shrink(network, at, CHANNELS[stage]) : keep(network, at);
            }
        }
        return Classifier.pooled(network, at, classes);
    }

    /** Halves the resolution: an average pool and new channels side by side. */
    private static int shrink(NetworkBuilder network, int from, int out) {
        int channels = network.shape(from).channels();
        int computed = branch(network, from, out / 4, out - channels, 2);
        int added = network.relu("project.relu", computed);
        return network.concatenate("joined", network.smooth("pool", from, 3, 2), added);
    }

    private static int keep(NetworkBuilder network, int from) {
        int channels = network.shape(from).channels();
        int computed = branch(network, from, channels / 4, channels, 1);
        return network.relu("relu", network.same("add", new Add(), from, computed));
    }

    /** 1x1, shuffle, depthwise, 1x1; the very first 1x1 has too few channels for groups. */
    private static int branch(NetworkBuilder network, int from, int middle, int out, int stride) {
        int groups = network.shape(from).channels() == STEM ? 1 : GROUPS;
        int narrow = network.convolutionNormRelu("reduce", from, middle, 1, 1, 1, groups);
        int shuffled = network.same("shuffle", new Shuffle(GROUPS), narrow);
        int depthwise = network.convolutionNorm("depthwise", shuffled, middle, 3, stride, 1, middle);
        return network.convolutionNorm("project", depthwise, out, 1, 1, 1, GROUPS);
    }
}
