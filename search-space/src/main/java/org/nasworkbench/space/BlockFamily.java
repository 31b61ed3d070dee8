package org.nasworkbench.space;

import java.util.List;
import org.nasworkbench.space.LayerKind.Add;
import org.nasworkbench.space.LayerKind.Shuffle;

/**
 * What the blocks of a chain can be, and the layers of each: an inverted residual, or a skip.
 *
 * <p>Inverted residual: 1x1 expand (grouped) - BN - ReLU - depthwise k x k - BN - ReLU - 1x1 project (grouped) - BN. The expand convolution
 * exists at expansion 1 too. A skip adds nothing where the block has an identity. The families differ in what stands between grouped
 * convolutions, and in a skip where the shape changes.
 */
public enum BlockFamily {
    /**
     * Shaw et al., "SqueezeNAS", ICCV-W 2019, arXiv 1908.01748. Groups stay apart. A skip that changes the shape is a 1x1
     * ReLU-convolution-BN, and at stride 2 a factorised reduce.
     */
    SQUEEZENAS(BlockOption.squeezeNas()) {
        @Override
        int mix(NetworkBuilder network, int expanded, int groups) {
            return expanded;
        }

        @Override
        int reshape(NetworkBuilder network, int from, BlockPlace place) {
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
    },

    /**
     * Wu et al., "FBNet", CVPR 2019, arXiv 1812.03443, figure 3 and table 2. Where there are groups, channels are shuffled behind the
     * expand convolution, as in Zhang et al., "ShuffleNet", CVPR 2018, arXiv 1707.01083. A skip that changes the shape is a 1x1
     * convolution-BN-ReLU, as in Li et al., "HW-NAS-Bench", ICLR 2021, arXiv 2103.10584.
     */
    FBNET(BlockOption.fbnet()) {
        @Override
        int mix(NetworkBuilder network, int expanded, int groups) {
            return groups > 1 ? network.same("shuffle", new Shuffle(groups), expanded) : expanded;
        }

        @Override
        int reshape(NetworkBuilder network, int from, BlockPlace place) {
            return network.convolutionNormRelu("project", from, place.outChannels(), 1, place.stride(), 1, 1);
        }
    };

    private final List<BlockOption> options;

    BlockFamily(List<BlockOption> options) {
        this.options = options;
    }

    /** What each block can be, in the order of the published table; skip is last. */
    public List<BlockOption> options() {
        return options;
    }

    /** Puts the channels of grouped convolutions in the order in which the depthwise convolution takes them. */
    abstract int mix(NetworkBuilder network, int expanded, int groups);

    /** Writes a skip where the block has no identity. */
    abstract int reshape(NetworkBuilder network, int from, BlockPlace place);

    /**
     * Writes an option's layers, without the block's identity.
     *
     * @return index of the output layer, or -1 where nothing is computed (skip beside an identity)
     */
    int writeOption(NetworkBuilder network, int from, BlockPlace place, BlockOption option) {
        if (option.skips()) {
            return place.residual() ? -1 : reshape(network, from, place);
        }
        int groups = option.groups();
        int hidden = place.input().channels() * option.expansion();
        int expanded = network.convolutionNormRelu("expand", from, hidden, 1, 1, 1, groups);
        int mixed = mix(network, expanded, groups);
        int depthwise = network.convolutionNormRelu(
                "depthwise", mixed, hidden, option.kernel(), place.stride(), option.dilation(), hidden);
        return network.convolutionNorm("project", depthwise, place.outChannels(), 1, 1, 1, groups);
    }

    /**
     * Writes a block's layers, its identity included.
     *
     * @return index of the output layer; {@code from} where nothing is computed
     */
    int writeBlock(NetworkBuilder network, int from, BlockPlace place, BlockOption option) {
        int computed = writeOption(network, from, place, option);
        if (computed < 0) {
            return from;
        }
        return place.residual() ? network.same("add", new Add(), from, computed) : computed;
    }
}
