package org.nasworkbench.strategy.supernet;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.Objective;
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
        double target = lab.ground().objective().target().millis();
        List<Epoch> epochs = result.epochs();
        for (int e = 0; e < epochs.size(); e++) {
            Epoch epoch = epochs.get(e);
            lab.trace("supernet-loss", e, epoch.loss());
            if (!learnsLogits) {
                continue;
            }
            lab.trace("entropy", e, epoch.health().meanEntropy());
            lab.trace("skip-share", e, epoch.health().meanSkipShare());
            lab.trace("collapsed", e, epoch.health().collapsed() ? 1 : 0);
            lab.trace("temperature", e, epoch.temperature());
            lab.trace("expected-latency-ratio", e, epoch.health().millis() / target);
            if (!Double.isNaN(epoch.searchLoss())) {
                lab.trace("supernet-search-loss", e, epoch.searchLoss());
                lab.trace("logits-gradient-norm", e, epoch.gradientNorm());
            }
            for (int block = 0; block < epoch.health().skipShare().length; block++) {
                lab.trace("skip-share-block" + block, e, epoch.health().skipShare()[block]);
                lab.trace("entropy-block" + block, e, epoch.health().entropy()[block]);
            }
        }
    }
}
