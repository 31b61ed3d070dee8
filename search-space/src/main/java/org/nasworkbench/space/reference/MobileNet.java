package org.nasworkbench.space.reference;

import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * MobileNet at width 1 and 224 pixels: Howard et al., "MobileNets: Efficient Convolutional Neural Networks for Mobile Vision
 * Applications", 2017, arXiv 1704.04861, table 1. Activations are ReLU as in the paper; the authors' code has ReLU6.
 */
final class MobileNet {
    private static final int STEM = 32;
    private static final int[] CHANNELS = {64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024};
    private static final int[] STRIDES = {1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1};

    private MobileNet() {}

    static ReferenceNetwork published() {
        return ReferenceNetwork.imageNet("mobilenet-v1", 2017, "Howard et al., arXiv 1704.04861", MobileNet::write);
    }

    private static Network write(Shape input, int classes) {
        NetworkBuilder network = new NetworkBuilder(input);
        int at = network.scope("stem").convolutionNormRelu("convolution", 0, STEM, 3, 2, 1, 1);
        for (int i = 0; i < CHANNELS.length; i++) {
            network.scope("block" + i);
            int channels = network.shape(at).channels();
            int depthwise = network.convolutionNormRelu("depthwise", at, channels, 3, STRIDES[i], 1, channels);
            at = network.convolutionNormRelu("pointwise", depthwise, CHANNELS[i], 1, 1, 1, 1);
        }
        return Classifier.pooled(network, at, classes);
    }
}
