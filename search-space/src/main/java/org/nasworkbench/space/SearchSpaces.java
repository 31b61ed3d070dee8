package org.nasworkbench.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The spaces whose networks a study can train, by name. */
public final class SearchSpaces {
    private static final Map<String, SpaceDescription> BY_NAME = new LinkedHashMap<>();

    static {
        add("squeezenas-small", Skeleton.small(), BlockFamily.SQUEEZENAS);
        add("squeezenas-large", Skeleton.large(), BlockFamily.SQUEEZENAS);
        add("squeezenas-xlarge", Skeleton.xlarge(), BlockFamily.SQUEEZENAS);
        add("fbnet-segmentation", Skeleton.fbnet(), BlockFamily.FBNET);
    }

    private SearchSpaces() {}

    private static void add(String name, Skeleton skeleton, BlockFamily family) {
        BY_NAME.put(name, new SpaceDescription(name, skeleton, family, family.options()));
    }

    /** The names; those of SqueezeNAS in the order of their size, then FBNet's. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * A space by name. Those of SqueezeNAS are as published; {@code fbnet-segmentation} has FBNet's 22 blocks of 9 options before a
     * decoder, see {@link Skeleton#fbnet}.
     *
     * @param name one of {@link #names}
     * @param width factor on all channels; 1 is the published width
     * @param blocksPerStage at most so many blocks a stage; 4 or more leaves the published number
     * @param classes classes of the task; 19 in the paper of SqueezeNAS (Cityscapes)
     * @param input shape of the image; 3x1024x2048 there
     */
    public static ChainSpace chain(String name, double width, int blocksPerStage, int classes, Shape input) {
        return description(name).chain(width, blocksPerStage, classes, input);
    }

    /** A published space before it meets a task. */
    public static SpaceDescription description(String name) {
        SpaceDescription published = BY_NAME.get(name);
        if (published == null) {
            throw new IllegalArgumentException("a space must be one of " + names() + ", but was '" + name
                    + "'; did you mean '" + Nearest.word(name, names()) + "'?");
        }
        return published;
    }
}
