package org.nasworkbench.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.nasworkbench.space.Skeleton.Stage;

/**
 * A chain of blocks between a stem and a decoder; each block is one of the same options. The space of Shaw et al.,
 * "SqueezeNAS: Fast Neural Architecture Search for Faster Semantic Segmentation", ICCV-W 2019, arXiv 1908.01748.
 *
 * @param name such as {@code squeezenas-small}
 * @param skeleton what is not searched
 * @param options what each block can be
 * @param classes classes of the segmentation, at least 2
 * @param input shape of the image, 3 channels as a rule
 */
public record ChainSpace(String name, Skeleton skeleton, List<BlockOption> options, int classes, Shape input)
        implements NetworkSpace, Serializable {
    public ChainSpace {
        options = List.copyOf(options);
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
    }

    /** This space at another image size. */
    public ChainSpace at(Shape image) {
        return new ChainSpace(name, skeleton, options, classes, image);
    }

    /** The number of searched blocks. */
    public int blocks() {
        return skeleton.blocks();
    }

    /** Where the blocks stand, in their order. */
    public List<BlockPlace> places() {
        List<BlockPlace> places = new ArrayList<>();
        Shape shape = new BlockPlace(input, skeleton.stem(), 2).output();
        for (Stage stage : skeleton.stages()) {
            for (int i = 0; i < stage.blocks(); i++) {
                BlockPlace place = new BlockPlace(shape, stage.channels(), i == 0 ? stage.stride() : 1);
                places.add(place);
                shape = place.output();
            }
        }
        return places;
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
        List<String> names = options.stream().map(BlockOption::name).toList();
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < blocks(); i++) {
            decisions.add(new Decision("block" + i, names));
        }
        return decisions;
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
            at = writeBlock(network.scope("block" + i), at, places.get(i), options.get(architecture.choice(i)));
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
        writeBlock(network, 0, place, option);
        return network.build();
    }

    /** What one option computes at a place, without the block's identity; a network of its input only means: nothing. */
    public Network option(BlockPlace place, BlockOption option) {
        NetworkBuilder network = new NetworkBuilder(place.input());
        option.write(network, 0, place);
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
        check(architecture);
        List<String> stages = new ArrayList<>();
        int at = 0;
        for (Stage stage : skeleton.stages()) {
            stages.add(architecture.choices().subList(at, at + stage.blocks()).stream()
                    .map(choice -> options.get(choice).name())
                    .collect(Collectors.joining(" ")));
            at += stage.blocks();
        }
        return String.join(" | ", stages);
    }

    @Override
    public Architecture parse(String genotype) {
        List<String> names = options.stream().map(BlockOption::name).toList();
        List<Integer> choices = new ArrayList<>();
        List<Integer> bars = new ArrayList<>();
        for (String word : genotype.replace("|", " | ").trim().split("\\s+")) {
            if (word.equals("|")) {
                bars.add(choices.size());
                continue;
            }
            if (!names.contains(word)) {
                throw new IllegalArgumentException("block " + choices.size() + " must be one of " + names
                        + ", but was '" + word + "'; did you mean '" + Nearest.word(word, names) + "'?");
            }
            choices.add(names.indexOf(word));
        }
        if (choices.size() != blocks()) {
            throw new IllegalArgumentException(
                    "a genotype of " + name + " must have " + blocks() + " blocks, but has " + choices.size());
        }
        if (!bars.isEmpty() && !bars.equals(stageEnds())) {
            throw new IllegalArgumentException(
                    "bars must stand behind blocks " + stageEnds() + " of " + name + ", but stand behind " + bars);
        }
        return new Architecture(choices);
    }

    /**
     * Moves the skips of each stage behind its other blocks: where the block has an identity a skip computes nothing, so the
     * order among such blocks does not matter.
     */
    @Override
    public Architecture canonical(Architecture architecture) {
        check(architecture);
        int skip = options.indexOf(BlockOption.SKIP);
        List<BlockPlace> places = places();
        Integer[] choices = architecture.choices().toArray(Integer[]::new);
        int from = 0;
        for (Stage stage : skeleton.stages()) {
            int end = from + stage.blocks();
            int first = places.get(from).residual() ? from : from + 1;
            List<Integer> run = new ArrayList<>(Arrays.asList(choices).subList(first, end));
            int skips = Collections.frequency(run, skip);
            run.removeIf(choice -> choice == skip);
            run.addAll(Collections.nCopies(skips, skip));
            for (int i = first; i < end; i++) {
                choices[i] = run.get(i - first);
            }
            from = end;
        }
        return new Architecture(List.of(choices));
    }

    private List<Integer> stageEnds() {
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        for (Stage stage : skeleton.stages()) {
            at += stage.blocks();
            ends.add(at);
        }
        return ends.subList(0, ends.size() - 1);
    }

    private int writeStem(NetworkBuilder network) {
        return network.scope("stem").convolutionNormRelu("convolution", 0, skeleton.stem(), 3, 2, 1, 1);
    }

    private static int writeBlock(NetworkBuilder network, int from, BlockPlace place, BlockOption option) {
        int computed = option.write(network, from, place);
        if (computed < 0) {
            return from;
        }
        return place.residual() ? network.same("add", new LayerKind.Add(), from, computed) : computed;
    }

    private void writeHead(NetworkBuilder network, int features, int tap) {
        network.scope("head");
        int last = skeleton.last() == 0
                ? features
                : network.convolutionNormRelu("last", features, skeleton.last(), 1, 1, 1, 1);
        int scores = skeleton.decoder().write(network, last, tap, skeleton.middle(), classes);
        network.resize("resize", scores, input.height(), input.width());
    }
}
