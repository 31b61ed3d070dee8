package org.nasworkbench.space;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * A chain space before it meets a task: published ones by name ({@link SearchSpaces}), or one of somebody's own.
 *
 * @param name lower-case letters, digits and hyphens
 * @param skeleton what is not searched; channels are even
 * @param family what the layers of an option are
 * @param options what each block can be: at least two, all different, {@link BlockOption#SKIP} among them
 */
public record SpaceDescription(String name, Skeleton skeleton, BlockFamily family, List<BlockOption> options)
        implements Serializable {
    /** What a name must be. */
    public static final String NAME = "[a-z][a-z0-9-]{0,63}";

    private static final Shape ANY_IMAGE = new Shape(3, 64, 64);

    /** Tries each option at each place. */
    public SpaceDescription {
        options = List.copyOf(options);
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "a space's name must be lower-case letters, digits and hyphens, but was '" + name + "'");
        }
        if (options.size() < 2
                || new HashSet<>(options).size() < options.size()
                || !options.contains(BlockOption.SKIP)) {
            throw new IllegalArgumentException(
                    "options must be at least two, all different, and skip among them, but were "
                            + options.stream().map(BlockOption::name).toList());
        }
        requireEven(skeleton.stem());
        requireEven(skeleton.middle());
        if (skeleton.last() > 0) {
            requireEven(skeleton.last());
        }
        skeleton.stages().forEach(stage -> requireEven(stage.channels()));
        ChainSpace space = new ChainSpace(name, skeleton, family, options, 2, ANY_IMAGE);
        for (BlockPlace place : space.places()) {
            options.forEach(option -> space.option(place, option));
        }
        space.head();
    }

    /** A skip at stride 2 makes half of its channels of each of two halves of the image, and widths are rounded to even numbers. */
    private static void requireEven(int channels) {
        if (channels < 2 || channels % 2 != 0) {
            throw new IllegalArgumentException("channels must be even, but were " + channels);
        }
    }

    /**
     * The space for a task.
     *
     * @param width factor on all channels
     * @param blocksPerStage at most so many blocks a stage
     * @param classes classes of the task
     * @param input shape of the image
     */
    public ChainSpace chain(double width, int blocksPerStage, int classes, Shape input) {
        return new ChainSpace(name, skeleton.scaled(width, blocksPerStage), family, options, classes, input);
    }
}
