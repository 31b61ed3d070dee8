package org.nasworkbench.strategy.supernet;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.evolution.ElitistEvolution;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.Work;

/**
 * Trains shared weights by single paths, every option as often as every other; then searches by what networks score with them; then
 * trains the best by the study's protocol, like anybody else's, and chooses the best of those.
 *
 * @param sampling of the paths
 * @param epochs of the supernet
 * @param evolution by shared scores; none of its generations after the first: random search with weight sharing
 * @param batches from which batch norms take their statistics before a network is scored
 * @param samples networks trained at the end
 */
record OneShot(Sampling sampling, int epochs, ElitistEvolution evolution, int batches, int samples)
        implements SupernetProvider.SupernetSearch {
    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        Ground ground = lab.ground();
        SharedWeightsTraining training = work(ground, SharedWeights.seed(lab::random));
        SharedWeights.trace(lab, lab.perform(SharedWeights.NAME, training), false);
        ElitistEvolution.Values worth = (generation, networks) -> {
            SharedScores scoring = new SharedScores(training, networks, batches, CostCategory.SEARCH_VALIDATION);
            double[] scores =
                    lab.perform("shared-scores-" + generation, scoring).scores();
            double[] values = new double[scores.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = ground.objective().value(scores[i], lab.latency(networks.get(i)));
                lab.trace("shared-value", generation * evolution.population() + i, values[i]);
            }
            return values;
        };
        List<Architecture> best =
                evolution.search(ground.space(), SharedWeights.allowed(ground), worth, lab.random("evolution"));
        List<Trial> trials =
                lab.exhausted() ? List.of() : lab.evaluate(best.subList(0, Math.min(samples, best.size())));
        return SearchResult.best(trials);
    }

    @Override
    public SharedWeightsTraining work(Ground ground, long seed) {
        return SharedWeights.training(ground, epochs, new Recipe(sampling, 0, null), seed);
    }

    /** Every generation is as large as the first one, and none of it is known yet: random networks stand for it. */
    @Override
    public List<Work<?>> after(SharedWeightsTraining training) {
        RandomGenerator random = Seeds.random(training.seed(), "probe");
        List<Architecture> networks = Stream.generate(() -> training.space().sample(random))
                .limit(evolution.population())
                .toList();
        Work<?> scoring = new SharedScores(training, networks, batches, CostCategory.SEARCH_VALIDATION);
        return Collections.nCopies(1 + evolution.generations(), scoring);
    }
}
