package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.Updater;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.work.Seeds;

/** A supernet and the two kinds of steps by which it learns. Native memory lives until it is closed. */
final class SupernetTrainer implements AutoCloseable {
    private final NDManager manager = Devices.newManager();
    private final Supernet supernet;
    private final Logits logits;
    private final Updater updater;
    private final SharedWeightsTraining work;

    /** Initial weights and logits. */
    SupernetTrainer(SharedWeightsTraining work) {
        this.work = work;
        supernet = new Supernet(work.space(), manager, Seeds.random(work.seed(), "weights"));
        logits = new Logits(manager, work.space(), work.latencyMillis(), work.targetMillis());
        updater = Updater.of(work.protocol(), supernet.weights().trained(), manager);
    }

    /** The logits. */
    Logits logits() {
        return logits;
    }

    /** All that changes here, before the first epoch. */
    SupernetCheckpoint checkpoint() {
        return new SupernetCheckpoint(supernet.weights(), updater, logits, new ArrayList<>());
    }

    /**
     * One step on the shared weights; the logits stay.
     *
     * @return the cross-entropy
     */
    double learnWeights(Batch batch, double temperature, RandomGenerator random, double rate) {
        try (NDArray mixture = logits.fixedNoise(manager, batch.size(), temperature, random)) {
            double loss = WeightTraining.backward(
                    manager, batch, images -> supernet.forward(images, mixture, true), ce -> ce);
            updater.step(rate);
            return loss;
        }
    }

    /**
     * One step on the logits; the shared weights stay, and no time goes into their gradients.
     *
     * @return the cross-entropy
     */
    double learnLogits(Batch batch, double temperature, RandomGenerator random) {
        supernet.weights().computeGradients(false);
        NDArray[] mixture = new NDArray[1];
        double loss = WeightTraining.backward(
                manager,
                batch,
                images -> {
                    mixture[0] = logits.sample(images.getManager(), batch.size(), temperature, random);
                    return supernet.forward(images, mixture[0], true);
                },
                ce -> {
                    NDManager step = ce.getManager();
                    NDArray weight =
                            step.full(new Shape(1), (float) work.recipe().latencyWeight());
                    return ce.add(logits.expectedRatio(mixture[0]).mul(weight));
                });
        logits.step(work.recipe().logitsLearningRate());
        supernet.weights().computeGradients(true);
        return loss;
    }

    @Override
    public void close() {
        manager.close();
    }
}
