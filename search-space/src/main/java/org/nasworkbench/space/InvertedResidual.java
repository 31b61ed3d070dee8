package org.nasworkbench.space;

import org.nasworkbench.space.LayerKind.Add;
import org.nasworkbench.space.LayerKind.Multiply;
import org.nasworkbench.space.LayerKind.Relu;
import org.nasworkbench.space.LayerKind.Shuffle;
import org.nasworkbench.space.LayerKind.Sigmoid;

/**
 * An inverted residual: 1x1 convolution that widens, depthwise convolution, 1x1 convolution that narrows, each with batch
 * normalisation and all but the last with an activation; the input is added where shapes allow. Sandler et al., "MobileNetV2: Inverted
 * Residuals and Linear Bottlenecks", CVPR 2018, arXiv 1801.04381. At expansion 1 there is no widening convolution.
 *
 * @param kernel side of the depthwise kernel, odd
 * @param expansion hidden channels as a multiple of the input's
 * @param groups of the 1x1 convolutions; where there are several, channels are shuffled before the depthwise convolution
 * @param squeezed whether squeeze-and-excitation follows the depthwise convolution, a quarter of the input's channels wide
 * @param activation keeps shapes and has no parameters
 */
public record InvertedResidual(int kernel, int expansion, int groups, boolean squeezed, LayerKind activation) {
    /** One with ReLU, without groups, squeezed or not. */
    public static InvertedResidual of(int kernel, int expansion, boolean squeezed) {
        return new InvertedResidual(kernel, expansion, 1, squeezed, new Relu());
    }

    /** Writes the layers; returns the index of the output. */
    public int write(NetworkBuilder network, int from, int outChannels, int stride) {
        BlockPlace place = new BlockPlace(network.shape(from), outChannels, stride);
        int channels = place.input().channels();
        int hidden = channels * expansion;
        int expanded = expansion == 1 ? from : active(network, "expand", from, hidden, 1, 1, groups);
        int mixed = groups > 1 ? network.same("shuffle", new Shuffle(groups), expanded) : expanded;
        int depthwise = active(network, "depthwise", mixed, hidden, kernel, stride, hidden);
        int excited = squeezed ? excite(network, depthwise, channels / 4) : depthwise;
        int projected = network.convolutionNorm("project", excited, outChannels, 1, 1, 1, groups);
        return place.residual() ? network.same("add", new Add(), from, projected) : projected;
    }

    private int active(NetworkBuilder network, String name, int from, int out, int size, int stride, int groups) {
        int normed = network.convolutionNorm(name, from, out, size, stride, 1, groups);
        return network.same(name + ".relu", activation, normed);
    }

    /** Squeeze-and-excitation: Hu et al., "Squeeze-and-Excitation Networks", CVPR 2018, arXiv 1709.01507. */
    private static int excite(NetworkBuilder network, int from, int squeezed) {
        int pooled = network.globalPool("squeeze.pool", from);
        int narrow = network.relu("squeeze.relu", network.pointwise("squeeze", pooled, squeezed));
        int wide = network.pointwise("excite", narrow, network.shape(from).channels());
        return network.same("excited", new Multiply(), from, network.same("excite.sigmoid", new Sigmoid(), wide));
    }
}
