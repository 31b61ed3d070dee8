package org.nasworkbench.experiment.study;

import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.SpaceDescription;

/**
 * Which space is searched.
 *
 * @param description a published space, or one of the study's own
 * @param width factor on all channels, above 0 and at most 8
 * @param blocks largest number of blocks in a stage, at least 1
 */
public record SpaceSpec(SpaceDescription description, double width, int blocks) {
    /** More blocks no stage has. */
    public static final int ALL_BLOCKS = 16;

    public SpaceSpec {
        Require.that(width > 0 && width <= 8, "width must be above 0 and at most 8", width);
        Require.that(blocks >= 1, "blocks must be at least 1", blocks);
    }

    /** A published space by name. */
    public static SpaceSpec published(String name, double width, int blocks) {
        return new SpaceSpec(SearchSpaces.description(name), width, blocks);
    }
}
