package org.nasworkbench.strategy.supernet;

import java.util.List;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Result;

/**
 * Learns logits over the options of each block together with shared weights, then trains the most likely network and further draws by
 * the study's protocol, like anybody else's, and chooses the best of them. The methods differ in their {@link Recipe}.
 *
 * @param epochs of the supernet
 * @param samples networks derived at the end
 * @param recipe for a ground
 */
record GradientSupernet(int epochs, int samples, RecipeFor recipe) implements SupernetProvider.SupernetSearch {
    /** What a method does on a ground. */
    interface RecipeFor {
        Recipe on(Ground ground);
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        Ground ground = lab.ground();
        SharedWeightsTraining training = work(ground, SharedWeights.seed(lab::random));
        training.recipe().logits().loss().check();
        Result result = lab.perform(SharedWeights.NAME, training);
        SharedWeights.trace(lab, result, true);
        if (lab.exhausted()) {
            return SearchResult.best(List.of());
        }
        List<Trial> trials = lab.evaluate(Derivation.networks(
                ground.space(), result.logits(), samples, SharedWeights.allowed(ground), lab.random("samples")));
        return SearchResult.best(trials);
    }

    @Override
    public SharedWeightsTraining work(Ground ground, long seed) {
        return SharedWeights.training(ground, epochs, recipe.on(ground), seed);
    }
}
