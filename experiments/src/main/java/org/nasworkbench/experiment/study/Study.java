package org.nasworkbench.experiment.study;

import java.util.List;
import java.util.Optional;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.strategy.Objective;

/**
 * A study: strategies compared on one ground, each run once with every seed.
 *
 * @param name lower-case letters, digits and hyphens; the name of the folder of its results
 * @param source the file it was read from, for messages
 * @param text the YAML it was read from, with changes from the command line made; without the key {@code executor}
 * @param ground what strategies share
 * @param objective what is maximised
 * @param budget of each run
 * @param repeatsCharged whether a network that a run has had before is trained and charged again
 * @param strategies at least one, names distinct; random sampling and random search among them if there are such providers
 * @param seeds at least one, distinct, each at least 1
 * @param projection assumptions for the cost at full scale
 * @param executor who does the work, where the command line does not say
 */
public record Study(
        String name,
        String source,
        String text,
        GroundSpec ground,
        Objective objective,
        Budget budget,
        boolean repeatsCharged,
        List<StrategySpec> strategies,
        List<Long> seeds,
        ProjectionSpec projection,
        Optional<ExecutorSpec> executor) {
    public Study {
        strategies = List.copyOf(strategies);
        seeds = List.copyOf(seeds);
        Require.that(
                name.matches("[a-z0-9][a-z0-9-]{0,63}"),
                "a study's name must be at most 64 lower-case letters, digits and hyphens",
                "'" + name + "'");
        List<String> names = strategies.stream().map(StrategySpec::name).toList();
        Require.that(
                !names.isEmpty() && names.stream().distinct().count() == names.size(),
                "strategies must be there and have distinct names",
                names);
        Require.that(
                !seeds.isEmpty()
                        && seeds.stream().distinct().count() == seeds.size()
                        && seeds.stream().allMatch(seed -> seed >= 1),
                "seeds must be there, distinct and at least 1",
                seeds);
    }

    /**
     * What a study of trained networks says about them.
     *
     * @throws IllegalArgumentException if its scores come from a table
     */
    public TrainedSpec trained() {
        if (ground instanceof TrainedSpec spec) {
            return spec;
        }
        throw new IllegalArgumentException(
                "networks are trained only in a study with a task, but the scores of " + source + " come from a table");
    }
}
