package org.nasworkbench.space;

import java.util.List;
import org.nasworkbench.space.Skeleton.Stage;

/**
 * FBNet: 22 blocks, each an inverted residual of one of eight kinds or a skip, before a classifier. The space of Wu et al., "FBNet:
 * Hardware-Aware Efficient ConvNet Design via Differentiable Neural Architecture Search", CVPR 2019, arXiv 1812.03443.
 *
 * <p>Strides and the channels of the head are those of the space for
 * CIFAR in Li et al., "HW-NAS-Bench", ICLR 2021, arXiv 2103.10584, whose latencies are additive over these blocks. Deviations from
 * the paper, which is about ImageNet: stem and second stage keep the resolution, and the head has 1,504 channels in place of 1,984.
 *
 * <p>A genotype text is 22 words separated by blanks; 22 digits, the indices of the options, are read too.
 *
 * @param input shape of the image; 3x32x32 as published
 * @param classes classes of the task; 100 as published
 */
public record FbnetSpace(Shape input, int classes) implements NetworkSpace {
    private static final int STEM = 16;
    private static final int HEAD = 1504;

    private static final List<Stage> STAGES = List.of(
            new Stage(16, 1, 1),
            new Stage(24, 4, 1),
            new Stage(32, 4, 2),
            new Stage(64, 4, 2),
            new Stage(112, 4, 1),
            new Stage(184, 4, 2),
            new Stage(352, 1, 1));

    private static final List<BlockOption> OPTIONS = BlockFamily.FBNET.options();

    private static final List<Decision> DECISIONS =
            Chain.decisions(STAGES.stream().mapToInt(Stage::blocks).sum(), OPTIONS);

    public FbnetSpace {
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
    }

    /** The space as it was published for CIFAR-100. */
    public static FbnetSpace cifar100() {
        return new FbnetSpace(new Shape(3, 32, 32), 100);
    }

    @Override
    public String name() {
        return "fbnet";
    }

    @Override
    public List<Decision> decisions() {
        return DECISIONS;
    }

    /** What each block can be, in the order of the published table; skip is last. */
    public List<BlockOption> options() {
        return OPTIONS;
    }

    /** Where the blocks stand, in their order. */
    public List<BlockPlace> places() {
        return chain().places();
    }

    private Chain chain() {
        return new Chain(name(), input.withChannels(STEM), STAGES, OPTIONS);
    }

    @Override
    public String print(Architecture architecture) {
        return chain().print(check(architecture), " ");
    }

    @Override
    public Architecture parse(String genotype) {
        String text = genotype.strip();
        return text.matches("\\d+") ? check(Architecture.ofDigits(text)) : chain().parse(text);
    }

    /** Moves the skips of each stage behind its other blocks, where that changes nothing. */
    @Override
    public Architecture canonical(Architecture architecture) {
        return chain().canonical(check(architecture));
    }

    @Override
    public Network network(Architecture architecture) {
        check(architecture);
        NetworkBuilder network = new NetworkBuilder(input);
        int at = network.scope("stem").convolutionNormRelu("convolution", 0, STEM, 3, 1, 1, 1);
        List<BlockPlace> places = places();
        for (int i = 0; i < places.size(); i++) {
            at = BlockFamily.FBNET.writeBlock(
                    network.scope("block" + i), at, places.get(i), OPTIONS.get(architecture.choice(i)));
        }
        int last = network.scope("head").convolutionNormRelu("last", at, HEAD, 1, 1, 1, 1);
        network.linear("classes", network.globalPool("pool", last), classes);
        return network.build();
    }

    /** One block alone, its identity included. An identity block is a network of its input only. */
    public Network block(BlockPlace place, BlockOption option) {
        NetworkBuilder network = new NetworkBuilder(place.input());
        BlockFamily.FBNET.writeBlock(network, 0, place, option);
        return network.build();
    }
}
