package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.work.Seeds;

/** A supernet and the steps by which it learns. Native memory lives until it is closed. */
final class SupernetTrainer implements AutoCloseable {
    private static final Logits.Rule NONE = new Logits.Rule(false, 0, 0, 0);

    private final NDManager manager = Devices.newManager();
    private final Supernet supernet;
    private final Logits logits;
    private final SharedUpdater updater;
    private final Recipe recipe;

    /** Initial weights and logits. */
    SupernetTrainer(SharedWeightsTraining work) {
        recipe = work.recipe();
        supernet = new Supernet(work.space(), manager, Seeds.random(work.seed(), "weights"));
        Logits.Rule rule = recipe.logits() == null ? NONE : recipe.logits().rule();
        logits = new Logits(manager, work.space(), work.latencyMillis(), rule);
        updater = new SharedUpdater(work.protocol(), supernet, logits.options(), manager);
    }

    Logits logits() {
        return logits;
    }

    NDManager manager() {
        return manager;
    }

    Supernet supernet() {
        return supernet;
    }

    /** All that changes here, before the first epoch. */
    SupernetCheckpoint checkpoint() {
        return new SupernetCheckpoint(supernet.weights(), updater, logits, new ArrayList<>());
    }

    /**
     * One step on the shared weights; the logits stay.
     *
     * @return the cross-entropy, the mean over the passes
     */
    double learnWeights(Batch batch, double temperature, RandomGenerator random, double rate) {
        return learn(batch, recipe.sampling().weightPasses(logits, batch.size(), temperature, random), rate);
    }

    /** The same by passes of somebody else's choice; each is given the manager of its own step. */
    double learn(Batch batch, List<Function<NDManager, Paths>> passes, double rate) {
        List<Paths> ran = new ArrayList<>();
        double loss = 0;
        for (Function<NDManager, Paths> pass : passes) {
            loss += WeightTraining.backward(
                    manager,
                    batch,
                    images -> {
                        Paths paths = pass.apply(images.getManager());
                        ran.add(paths);
                        return supernet.train(images, paths);
                    },
                    ce -> ce);
        }
        updater.step(ran, rate);
        return loss / passes.size();
    }

    /**
     * One step on the logits; the shared weights stay, and no time goes into their gradients.
     *
     * @return the cross-entropy and the norm of the logits' gradient
     */
    LogitsStep learnLogits(Batch batch, double temperature, RandomGenerator random) {
        supernet.weights().computeGradients(false);
        double loss = throughLogits(batch, temperature, random, new ArrayList<>(), supernet::look);
        double norm = logits.step();
        supernet.weights().computeGradients(true);
        return new LogitsStep(loss, norm);
    }

    /** One step on both by one pass. */
    LogitsStep learnBoth(Batch batch, double temperature, RandomGenerator random, double rate) {
        List<Paths> ran = new ArrayList<>();
        double loss = throughLogits(batch, temperature, random, ran, supernet::train);
        double norm = logits.step();
        updater.step(ran, rate);
        return new LogitsStep(loss, norm);
    }

    /** What a step on the logits saw. */
    record LogitsStep(double loss, double gradientNorm) {}

    private double throughLogits(
            Batch batch,
            double temperature,
            RandomGenerator random,
            List<Paths> ran,
            BiFunction<NDArray, Paths, NDArray> scores) {
        LogitsPass[] pass = new LogitsPass[1];
        return WeightTraining.backward(
                manager,
                batch,
                images -> {
                    pass[0] = recipe.sampling()
                            .logitsPass(logits, images.getManager(), batch.size(), temperature, random);
                    ran.add(pass[0].paths());
                    return scores.apply(images, pass[0].paths());
                },
                ce -> recipe.logits().loss().of(ce, pass[0].millis()));
    }

    @Override
    public void close() {
        manager.close();
    }
}
