package org.nasworkbench.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One option for a block of a {@link ChainSpace}: an inverted residual, or skipping.
 *
 * <p>Inverted residual: 1x1 expand (grouped) - BN - ReLU - depthwise k x k - BN - ReLU - 1x1 project (grouped) - BN. The
 * expand convolution exists at expansion 1 too. Skipping adds nothing where the block has an identity; elsewhere it is a 1x1
 * ReLU-convolution-BN, and at stride 2 a factorised reduce. Shaw et al., "SqueezeNAS", 2019, arXiv 1908.01748.
 *
 * @param name genotype word, such as {@code k3d2_e1_g2} or {@code skip}
 * @param kernel side of the depthwise kernel, 0 for skip
 */
public record BlockOption(String name, int kernel, int dilation, int expansion, int groups) implements Serializable {
    /** The option that skips the block. */
    public static final BlockOption SKIP = new BlockOption("skip", 0, 1, 0, 1);

    /** The 13 options of SqueezeNAS, in the order of their table: k3, k5, k3 dilated, skip. */
    public static List<BlockOption> squeezeNas() {
        List<BlockOption> options = new ArrayList<>();
        for (int[] kernel : new int[][] {{3, 1}, {5, 1}, {3, 2}}) {
            for (int[] width : new int[][] {{1, 1}, {1, 2}, {3, 1}, {6, 1}}) {
                options.add(invertedResidual(kernel[0], kernel[1], width[0], width[1]));
            }
        }
        options.add(SKIP);
        return List.copyOf(options);
    }

    /** An inverted residual, named in the published notation. */
    public static BlockOption invertedResidual(int kernel, int dilation, int expansion, int groups) {
        String name = "k" + kernel + (dilation > 1 ? "d" + dilation : "") + "_e" + expansion
                + (groups > 1 ? "_g" + groups : "");
        return new BlockOption(name, kernel, dilation, expansion, groups);
    }

    /** Whether this is {@link #SKIP}. */
    public boolean skips() {
        return kernel == 0;
    }

    /**
     * Writes the option's layers, without the block's identity.
     *
     * @return index of the output layer, or -1 where nothing is computed (skip beside an identity)
     */
    int write(NetworkBuilder network, int from, BlockPlace place) {
        if (!skips()) {
            int hidden = place.input().channels() * expansion;
            int expanded = network.convolutionNormRelu("expand", from, hidden, 1, 1, 1, groups);
            int depthwise = network.convolutionNormRelu(
                    "depthwise", expanded, hidden, kernel, place.stride(), dilation, hidden);
            return network.convolutionNorm("project", depthwise, place.outChannels(), 1, 1, 1, groups);
        }
        if (place.residual()) {
            return -1;
        }
        int active = network.relu("relu", from);
        if (place.stride() == 1) {
            return network.convolutionNorm("project", active, place.outChannels(), 1, 1, 1, 1);
        }
        int half = place.outChannels() / 2;
        int shifted = network.same("shift", new LayerKind.ShiftByOne(), active);
        int even = network.convolutionNorm("even", active, half, 1, 2, 1, 1);
        int odd = network.convolutionNorm("odd", shifted, half, 1, 2, 1, 1);
        return network.concatenate("reduce", even, odd);
    }
}
