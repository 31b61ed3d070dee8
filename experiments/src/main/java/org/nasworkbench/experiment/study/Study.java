package org.nasworkbench.experiment.study;

import java.util.List;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.work.TrainingProtocol;

/**
 * A study: strategies compared on one ground, each run once with every seed.
 *
 * @param name lower-case letters, digits and hyphens; the name of the folder of its results
 * @param source the file it was read from, for messages
 * @param text the YAML it was read from, with changes from the command line made
 * @param space the architectures
 * @param task the images
 * @param latency where latency is measured
 * @param objective what is maximised
 * @param training how every network is trained during the search
 * @param budget of each run
 * @param strategies at least one, names distinct; random sampling and random search among them if there are such providers
 * @param seeds at least one, distinct, each at least 1
 * @param finale how chosen networks are trained to the end
 * @param projection assumptions for the cost at full scale
 */
public record Study(
        String name,
        String source,
        String text,
        SpaceSpec space,
        TaskSpec task,
        LatencySpec latency,
        Objective objective,
        TrainingProtocol training,
        Budget budget,
        List<StrategySpec> strategies,
        List<Long> seeds,
        FinalSpec finale,
        ProjectionSpec projection) {
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
}
