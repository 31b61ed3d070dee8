package org.nasworkbench.strategy.supernet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.strategy.supernet.Logits.Health;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Epoch;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Result;

/** What all supernets ask of a ground, and what they tell of their training. */
final class SharedWeights {
    /** The name of the work that trains them. */
    static final String NAME = "shared-weights";

    private static final int KEPT = 4;

    private SharedWeights() {}

    /** The seed of their training in a run with these generators. */
    static long seed(Function<String, RandomGenerator> random) {
        return random.apply(NAME).nextLong();
    }

    /** The name of the checkpoint kept after an epoch. */
    static String kept(int epoch) {
        return NAME + "-epoch-" + epoch;
    }

    /** The epochs after which the weights are kept: each quarter of the training, the end included. */
    static List<Integer> keptEpochs(int epochs) {
        return IntStream.rangeClosed(1, KEPT)
                .map(quarter -> (epochs * quarter + KEPT - 1) / KEPT)
                .distinct()
                .boxed()
                .toList();
    }

    /** @throws IllegalArgumentException if the space is no chain of blocks */
    static ChainSpace space(Ground ground) {
        if (ground.space() instanceof ChainSpace space) {
            return space;
        }
        throw new IllegalArgumentException(
                "a supernet needs a chain space, but " + ground.space().name() + " is none");
    }

    /** @throws IllegalArgumentException if latency is no sum over blocks */
    static AdditiveLatency latency(Ground ground) {
        if (ground.latency().orElse(null) instanceof AdditiveLatency latency) {
            return latency;
        }
        throw new IllegalArgumentException(
                "a supernet needs a latency that is a sum over blocks, but " + ground.latency() + " is none");
    }

    static SharedWeightsTraining training(Ground ground, int epochs, Recipe recipe, long seed) {
        return new SharedWeightsTraining(
                space(ground),
                ground.training().task(),
                ground.training().protocol().withEpochs(epochs),
                recipe,
                latency(ground).terms(),
                seed);
    }

    /** Under a constraint only networks that keep it are derived or scored. */
    static Predicate<Architecture> allowed(Ground ground) {
        Objective objective = ground.objective();
        return architecture -> objective.form() != Objective.Form.CONSTRAINT
                || ground.latency().orElseThrow().of(architecture).compareTo(objective.target()) <= 0;
    }

    /** Records the health of a training, epoch by epoch. */
    static void trace(Laboratory lab, Result result, boolean learnsLogits) {
        List<Epoch> epochs = result.epochs();
        for (int e = 0; e < epochs.size(); e++) {
            Epoch epoch = epochs.get(e);
            Map<String, Double> numbers = new LinkedHashMap<>();
            numbers.put("supernet-loss", epoch.loss());
            if (learnsLogits) {
                logits(epoch, lab.ground(), numbers);
            }
            lab.trace(e, numbers);
        }
    }

    private static void logits(Epoch epoch, Ground ground, Map<String, Double> numbers) {
        Health health = epoch.health();
        numbers.put("entropy", health.meanEntropy());
        numbers.put("skip-share", health.meanSkipShare());
        numbers.put("collapsed", health.collapsed() ? 1.0 : 0);
        numbers.put("temperature", epoch.temperature());
        numbers.put(
                "expected-latency-ratio",
                health.millis() / ground.objective().target().millis());
        if (!Double.isNaN(epoch.searchLoss())) {
            numbers.put("supernet-search-loss", epoch.searchLoss());
            numbers.put("logits-gradient-norm", epoch.gradientNorm());
        }
        List<BlockOption> options = space(ground).options();
        double[] entropy = health.entropy();
        double[] skipShare = health.skipShare();
        for (int block = 0; block < entropy.length; block++) {
            numbers.put("skip-share-block" + block, skipShare[block]);
            numbers.put("entropy-block" + block, entropy[block]);
            for (int o = 0; o < options.size(); o++) {
                String series =
                        "probability-block" + block + "-" + options.get(o).name();
                numbers.put(series, health.probabilities()[block][o]);
            }
        }
    }
}
