package org.nasworkbench.space.reference;

import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.LayerKind.MaxPool;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * AlexNet in its later form: Krizhevsky, "One weird trick for parallelizing convolutional neural networks", 2014, arXiv 1404.5997; this is
 * the one that torchvision has, and whose counts are quoted today. The network of Krizhevsky, Sutskever and Hinton, "ImageNet
 * Classification with Deep Convolutional Neural Networks", NIPS 2012, has two towers of other widths and local response
 * normalisation.
 *
 * <p>Deviation from torchvision: no average pool before the first linear layer. It is an identity at 224 x 224 pixels; at another size the
 * first linear layer takes the map as it is.
 */
final class AlexNet {
    private static final MaxPool POOL = new MaxPool(3, 2, 0, false);

    private AlexNet() {}

    static ReferenceNetwork published() {
        return ReferenceNetwork.imageNet(
                "alexnet", 2012, "Krizhevsky et al., NIPS 2012; one tower: arXiv 1404.5997", AlexNet::write);
    }

    private static Network write(Shape input, int classes) {
        NetworkBuilder network = new NetworkBuilder(input);
        int first = network.convolutionRelu("conv1", 0, new Convolution(64, 11, 4, 2, 1, 1, true));
        int second = same(network, "conv2", network.maxPool("pool1", first, POOL), 192, 5);
        int third = same(network, "conv3", network.maxPool("pool2", second, POOL), 384, 3);
        int fourth = same(network, "conv4", third, 256, 3);
        int fifth = same(network, "conv5", fourth, 256, 3);
        return Classifier.threeLayers(network, network.maxPool("pool5", fifth, POOL), classes);
    }

    private static int same(NetworkBuilder network, String name, int from, int out, int kernel) {
        return network.convolutionRelu(name, from, new Convolution(out, kernel, 1, 1, 1, true));
    }
}
