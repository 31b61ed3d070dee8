package org.nasworkbench.experiment.study;

import org.nasworkbench.space.SearchSpaces;

/**
 * Which space is searched.
 *
 * @param name one of {@link SearchSpaces#names}
 * @param width factor on all channels, above 0 and at most 8
 * @param blocks largest number of blocks in a stage, at least 1
 */
public record SpaceSpec(String name, double width, int blocks) {
    public SpaceSpec {
        Require.that(SearchSpaces.names().contains(name), "a space must be one of " + SearchSpaces.names(), name);
        Require.that(width > 0 && width <= 8, "width must be above 0 and at most 8", width);
        Require.that(blocks >= 1, "blocks must be at least 1", blocks);
    }
}
