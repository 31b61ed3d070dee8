package org.nasworkbench.experiment.study;

import java.util.List;

/**
 * How chosen networks are trained to the end.
 *
 * @param epochs passes over the training images, at least 1
 * @param seeds one training with each; at least one, distinct
 * @param inherits whether networks of searches that train shared weights start from these, not from scratch
 */
public record FinalSpec(int epochs, List<Long> seeds, boolean inherits) {
    public FinalSpec {
        seeds = List.copyOf(seeds);
        Require.that(epochs >= 1, "final epochs must be at least 1", epochs);
        Require.that(
                !seeds.isEmpty() && seeds.stream().distinct().count() == seeds.size(),
                "final seeds must be there and distinct",
                seeds);
    }
}
