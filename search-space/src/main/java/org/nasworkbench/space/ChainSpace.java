package org.nasworkbench.space;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nasworkbench.space.Skeleton.Stage;

/**
 * A chain of blocks between a stem and a decoder; each block is one of the same options. The shape of the spaces of Shaw et al.,
 * "SqueezeNAS: Fast Neural Architecture Search for Faster Semantic Segmentation", ICCV-W 2019, arXiv 1908.01748.
 *
 * @param name such as {@code squeezenas-small}
 * @param skeleton what is not searched
 * @param family what the layers of an option are
 * @param options what each block can be
 * @param classes classes of the segmentation, at least 2
 * @param input shape of the image, 3 channels as a rule
 */
public record ChainSpace(
        String name, Skeleton skeleton, BlockFamily family, List<BlockOption> options, int classes, Shape input)
        implements NetworkSpace, Serializable {
    public ChainSpace {
        options = List.copyOf(options);
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
    }

    /** This space at another image size. */
    public ChainSpace at(Shape image) {
        return new ChainSpace(name, skeleton, family, options, classes, image);
    }

    /** The number of searched blocks. */
    public int blocks() {
        return skeleton.blocks();
    }

    /** Where the blocks stand, in their order. */
    public List<BlockPlace> places() {
        return chain().places();
    }

    private Chain chain() {
        return new Chain(name, new BlockPlace(input, skeleton.stem(), 2).output(), skeleton.stages(), options());
    }

    /** The block whose output is tapped for the decoder, counted from 0: the last one of the tapped stage. */
    public int tapBlock() {
        return skeleton.stages().subList(0, skeleton.tapStage() + 1).stream()
                        .mapToInt(Stage::blocks)
                        .sum()
                - 1;
    }

    @Override
    public List<Decision> decisions() {
        return Chain.decisions(blocks(), options());
    }

    /** All layers of an architecture, from the image to class scores at the image's size. */
    @Override
    public Network network(Architecture architecture) {
        check(architecture);
        NetworkBuilder network = new NetworkBuilder(input);
        int at = writeStem(network);
        int tap = at;
        List<BlockPlace> places = places();
        for (int i = 0; i < places.size(); i++) {
            at = family.writeBlock(
                    network.scope("block" + i), at, places.get(i), options().get(architecture.choice(i)));
            tap = i == tapBlock() ? at : tap;
        }
        writeHead(network, at, tap);
        return network.build();
    }

    /** The stem alone: from the image to the first block's input. */
    public Network stem() {
        NetworkBuilder network = new NetworkBuilder(input);
        writeStem(network);
        return network.build();
    }

    /** One block alone, its identity included. An identity block is a network of its input only. */
    public Network block(BlockPlace place, BlockOption option) {
        NetworkBuilder network = new NetworkBuilder(place.input());
        family.writeBlock(network, 0, place, option);
        return network.build();
    }

    /** What one option computes at a place, without the block's identity; a network of its input only means: nothing. */
    public Network option(BlockPlace place, BlockOption option) {
        NetworkBuilder network = new NetworkBuilder(place.input());
        family.writeOption(network, 0, place, option);
        return network.build();
    }

    /** Everything behind the last block; inputs: its output, then the tapped block's output. */
    public Network head() {
        List<BlockPlace> places = places();
        NetworkBuilder network =
                new NetworkBuilder(places.get(places.size() - 1).output());
        int tap = network.input("tap", places.get(tapBlock()).output());
        writeHead(network, 0, tap);
        return network.build();
    }

    @Override
    public String print(Architecture architecture) {
        return chain().print(check(architecture), " | ");
    }

    @Override
    public Architecture parse(String genotype) {
        return chain().parse(genotype);
    }

    /** Numbers of the options at a place, from the one with the most MACs to the one with the fewest, the earlier of equals first. */
    public List<Integer> largestFirst(BlockPlace place) {
        return IntStream.range(0, options().size())
                .boxed()
                .sorted(Comparator.comparing(
                        number -> option(place, options().get(number)).macs(), Comparator.reverseOrder()))
                .toList();
    }

    /** The network with the most MACs. */
    public Architecture largest() {
        return new Architecture(
                places().stream().map(place -> largestFirst(place).get(0)).toList());
    }

    /** Moves the skips of each stage behind its other blocks, where that changes nothing. */
    @Override
    public Architecture canonical(Architecture architecture) {
        return chain().canonical(check(architecture));
    }

    private int writeStem(NetworkBuilder network) {
        return network.scope("stem").convolutionNormRelu("convolution", 0, skeleton.stem(), 3, 2, 1, 1);
    }

    private void writeHead(NetworkBuilder network, int features, int tap) {
        network.scope("head");
        int last = skeleton.last() == 0
                ? features
                : network.convolutionNormRelu("last", features, skeleton.last(), 1, 1, 1, 1);
        int scores = skeleton.decoder().write(network, last, tap, skeleton.middle(), classes);
        network.resize("resize", scores, input.height(), input.width());
    }

    /** The text by whose digest latency tables know their space: where it changes, tables that were measured before are refused. */
    @Override
    public String toString() {
        return "ChainSpace[name=" + name + ", skeleton=" + skeleton + ", options=" + options() + ", classes=" + classes
                + ", input=" + input + "]";
    }
}
