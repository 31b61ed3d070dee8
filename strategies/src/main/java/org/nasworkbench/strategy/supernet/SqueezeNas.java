package org.nasworkbench.strategy.supernet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Epoch;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Recipe;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Result;

/**
 * The SqueezeNAS supernet: Shaw, Hunter, Iandola, Sidhu, "SqueezeNAS: Fast Neural Architecture Search for Faster Semantic
 * Segmentation", ICCV-W 2019, arXiv 1908.01748.
 *
 * <p>Deviations. Logits are learned on held-out images in turn with the weights (as FBNet does, Wu et al. 2019, arXiv 1812.03443),
 * by Adam and after a warm-up; the authors' code steps both on the same batch. Latency enters as a ratio to the target.
 * The authors take the argmax of one Gumbel sample; here the argmax of the logits and further draws from their distribution
 * are trained by the study's shared protocol, and the best is chosen.
 */
final class SqueezeNas implements SearchStrategy {
    private static final int DRAWS_PER_SAMPLE = 100;

    private final Settings settings;

    SqueezeNas(Settings settings) {
        this.settings = settings;
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        Ground ground = lab.ground();
        ChainSpace space = chainSpace(ground);
        long seed = lab.random("shared-weights").nextLong();
        Result result = lab.perform("shared-weights", sharedWeights(ground, space, settings, seed));
        traceHealth(lab, result.epochs());
        List<Trial> trials = lab.exhausted()
                ? List.of()
                : lab.evaluate(draw(space, result.logits(), settings.integer("samples"), lab.random("samples")));
        return SearchResult.best(trials);
    }

    static ChainSpace chainSpace(Ground ground) {
        if (ground.space() instanceof ChainSpace space) {
            return space;
        }
        throw new IllegalArgumentException(
                "a supernet needs a chain space, but " + ground.space().name() + " is none");
    }

    private static AdditiveLatency additive(Ground ground) {
        if (ground.latency().orElse(null) instanceof AdditiveLatency latency) {
            return latency;
        }
        throw new IllegalArgumentException(
                "a supernet needs a latency that is a sum over blocks, but " + ground.latency() + " is none");
    }

    static SharedWeightsTraining sharedWeights(Ground ground, ChainSpace space, Settings settings, long seed) {
        Recipe recipe = new Recipe(
                settings.integer("warmup-epochs"),
                settings.number("logits-learning-rate"),
                settings.number("latency-weight"),
                settings.number("first-temperature"),
                settings.number("last-temperature"));
        return new SharedWeightsTraining(
                space,
                ground.training().task(),
                ground.training().protocol().withEpochs(settings.integer("epochs")),
                recipe,
                additive(ground).terms(),
                ground.objective().target().millis(),
                seed);
    }

    /** The most likely network, then different ones drawn from the distribution; fewer where it has hardly more. */
    static List<Architecture> draw(ChainSpace space, float[][] logits, int count, RandomGenerator random) {
        Map<Architecture, Architecture> byCanonical = new LinkedHashMap<>();
        Architecture likeliest = mode(logits);
        byCanonical.put(space.canonical(likeliest), likeliest);
        for (int i = 0; i < count * DRAWS_PER_SAMPLE && byCanonical.size() < count; i++) {
            List<Integer> choices = new ArrayList<>();
            for (float[] row : logits) {
                choices.add(pick(Logits.softmax(row), random.nextDouble()));
            }
            Architecture drawn = new Architecture(choices);
            byCanonical.putIfAbsent(space.canonical(drawn), drawn);
        }
        return List.copyOf(byCanonical.values());
    }

    private static Architecture mode(float[][] logits) {
        List<Integer> choices = new ArrayList<>();
        for (float[] row : logits) {
            int best = 0;
            for (int o = 1; o < row.length; o++) {
                best = row[o] > row[best] ? o : best;
            }
            choices.add(best);
        }
        return new Architecture(choices);
    }

    private static int pick(double[] probabilities, double u) {
        double sum = 0;
        for (int o = 0; o < probabilities.length; o++) {
            sum += probabilities[o];
            if (u < sum) {
                return o;
            }
        }
        return probabilities.length - 1;
    }

    private static void traceHealth(Laboratory lab, List<Epoch> epochs) {
        for (int e = 0; e < epochs.size(); e++) {
            Epoch epoch = epochs.get(e);
            lab.trace("supernet-loss", e, epoch.loss());
            lab.trace("entropy", e, epoch.entropy());
            lab.trace("skip-share", e, epoch.skipShare());
            lab.trace("expected-latency-ratio", e, epoch.latencyRatio());
            if (!Double.isNaN(epoch.searchLoss())) {
                lab.trace("supernet-search-loss", e, epoch.searchLoss());
            }
        }
    }
}
