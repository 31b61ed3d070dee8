package org.nasworkbench.space.reference;

import java.util.List;
import java.util.Set;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.LayerKind.MaxPool;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * SqueezeNet 1.0 and 1.1: Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and &lt;0.5MB model size", 2016,
 * arXiv 1602.07360, table 1; 1.1 is the authors' own revision, with a smaller first convolution and earlier pools. The first
 * convolution has no padding and pools round up, as in the authors' models and in torchvision.
 */
final class SqueezeNet {
    private static final int[] SQUEEZED = {16, 16, 32, 32, 48, 48, 64, 64};
    private static final int FIRST_FIRE = 2;
    private static final MaxPool POOL = new MaxPool(3, 2, 0, true);

    private SqueezeNet() {}

    static List<ReferenceNetwork> all() {
        return List.of(
                version("squeezenet-1.0", new Convolution(96, 7, 2, 0, 1, 1, true), Set.of(2, 5, 9)),
                version("squeezenet-1.1", new Convolution(64, 3, 2, 0, 1, 1, true), Set.of(2, 4, 6)));
    }

    private static ReferenceNetwork version(String name, Convolution first, Set<Integer> poolBefore) {
        return ReferenceNetwork.imageNet(
                name,
                2016,
                "Iandola et al., arXiv 1602.07360",
                (input, classes) -> write(first, poolBefore, input, classes));
    }

    private static Network write(Convolution first, Set<Integer> poolBefore, Shape input, int classes) {
        NetworkBuilder network = new NetworkBuilder(input);
        int at = network.convolutionRelu("conv1", 0, first);
        for (int i = 0; i < SQUEEZED.length; i++) {
            int number = FIRST_FIRE + i;
            network.scope("fire" + number);
            int pooled = poolBefore.contains(number) ? network.maxPool("pool", at, POOL) : at;
            at = fire(network, pooled, SQUEEZED[i]);
        }
        int scores = network.scope("").convolutionRelu("conv10", at, pointwise(classes));
        network.globalPool("pool10", scores);
        return network.build();
    }

    /** A fire module: four times as many channels of 1x1 and of 3x3 kernels as were squeezed, side by side. */
    private static int fire(NetworkBuilder network, int from, int squeezed) {
        int narrow = network.convolutionRelu("squeeze", from, pointwise(squeezed));
        int small = network.convolutionRelu("expand1", narrow, pointwise(4 * squeezed));
        int large = network.convolutionRelu("expand3", narrow, new Convolution(4 * squeezed, 3, 1, 1, 1, true));
        return network.concatenate("expand", small, large);
    }

    private static Convolution pointwise(int out) {
        return new Convolution(out, 1, 1, 1, 1, true);
    }
}
