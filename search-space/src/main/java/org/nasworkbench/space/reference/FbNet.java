package org.nasworkbench.space.reference;

import java.util.List;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.InvertedResidual;
import org.nasworkbench.space.LayerKind.Relu;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * FBNet-A, -B and -C for ImageNet: Wu et al., "FBNet: Hardware-Aware Efficient ConvNet Design via Differentiable Neural Architecture
 * Search", CVPR 2019, arXiv 1812.03443, by the layer tables that the authors released with their models
 * (github.com/facebookresearch/mobile-vision). There, blocks of expansion 1 have no widening convolution; in {@link FbnetSpace} they have.
 */
final class FbNet {
    private static final FbnetSpace WORDS = FbnetSpace.cifar100();
    private static final int STEM = 16;
    private static final int[] CHANNELS = {16, 24, 32, 64, 112, 184, 352};
    private static final int[] BLOCKS = {1, 4, 4, 4, 4, 4, 1};
    private static final int[] STRIDES = {1, 2, 2, 2, 1, 2, 1};

    private FbNet() {}

    static List<ReferenceNetwork> all() {
        return List.of(found("fbnet-a", 1504, """
                        skip | k3_e3 k3_e1 skip skip | k5_e6 k3_e3 k5_e1 k3_e3 | k5_e6 k5_e3 k5_e1_g2 k5_e6
                        | k3_e6 k5_e1_g2 k5_e3 k3_e1_g2 | k5_e6 k5_e6 k5_e3 k5_e6 | k5_e6"""), found("fbnet-b", 1984, """
                        k3_e1 | k3_e6 k5_e1 k3_e1 k3_e1 | k5_e6 k5_e3 k3_e6 k5_e6 | k5_e6 k5_e6 skip k5_e3
                        | k5_e6 k3_e1 k5_e1 k5_e3 | k5_e6 k5_e1 k5_e6 k5_e6 | k3_e6"""), found("fbnet-c", 1984, """
                        k3_e1 | k3_e6 skip k3_e1 k3_e1 | k5_e6 k5_e3 k5_e6 k3_e6 | k5_e6 k5_e3 k5_e6 k5_e6
                        | k5_e6 k5_e6 k5_e6 k5_e3 | k5_e6 k5_e6 k5_e6 k5_e6 | k3_e6"""));
    }

    private static ReferenceNetwork found(String name, int head, String genotype) {
        Architecture architecture = WORDS.parse(genotype);
        return ReferenceNetwork.imageNet(
                name,
                2018,
                "Wu et al., arXiv 1812.03443",
                (input, classes) -> write(architecture, head, input, classes));
    }

    private static Network write(Architecture architecture, int head, Shape input, int classes) {
        NetworkBuilder network = new NetworkBuilder(input);
        int at = network.scope("stem").convolutionNormRelu("convolution", 0, STEM, 3, 2, 1, 1);
        int block = 0;
        for (int stage = 0; stage < CHANNELS.length; stage++) {
            for (int i = 0; i < BLOCKS[stage]; i++) {
                BlockOption option = WORDS.options().get(architecture.choice(block));
                network.scope("block" + block++);
                if (!option.skips()) {
                    at = residual(option).write(network, at, CHANNELS[stage], i == 0 ? STRIDES[stage] : 1);
                }
            }
        }
        int last = network.scope("last").convolutionNormRelu("convolution", at, head, 1, 1, 1, 1);
        return Classifier.pooled(network, last, classes);
    }

    private static InvertedResidual residual(BlockOption option) {
        return new InvertedResidual(option.kernel(), option.expansion(), option.groups(), false, new Relu());
    }
}
