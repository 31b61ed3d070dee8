package org.nasworkbench.space;

import java.util.List;

/** The spaces whose networks a study can train, by name. */
public final class SearchSpaces {
    private SearchSpaces() {}

    /** The names, in the order of their size. */
    public static List<String> names() {
        return List.of("squeezenas-small", "squeezenas-large", "squeezenas-xlarge");
    }

    /**
     * A SqueezeNAS space.
     *
     * @param name one of {@link #names}
     * @param width factor on all channels; 1 is the published width
     * @param blocksPerStage at most so many blocks a stage; 4 or more leaves the published number
     * @param classes classes of the task; 19 in the paper (Cityscapes)
     * @param input shape of the image; 3x1024x2048 in the paper
     */
    public static ChainSpace squeezeNas(String name, double width, int blocksPerStage, int classes, Shape input) {
        Skeleton skeleton =
                switch (name) {
                    case "squeezenas-small" -> Skeleton.small();
                    case "squeezenas-large" -> Skeleton.large();
                    case "squeezenas-xlarge" -> Skeleton.xlarge();
                    default ->
                        throw new IllegalArgumentException("a space must be one of " + names() + ", but was '" + name
                                + "'; did you mean '" + Nearest.word(name, names()) + "'?");
                };
        return new ChainSpace(name, skeleton.scaled(width, blocksPerStage), BlockOption.squeezeNas(), classes, input);
    }
}
