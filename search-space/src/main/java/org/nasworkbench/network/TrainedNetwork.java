package org.nasworkbench.network;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.nasworkbench.space.Network;
import org.nasworkbench.task.ConfusionMatrix;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.work.TrainingProtocol;

/** One network with weights of its own, from initialisation to scores. Native memory lives until it is closed. */
public final class TrainedNetwork implements AutoCloseable {
    private static final double NEXT_TO_NOTHING = 1e-6;

    private final NDManager manager = Devices.newManager();
    private final Weights weights = new Weights(manager);
    private final ExecutableNetwork executable;

    /** Called at the end of each epoch with its number (from 0) and mean loss. */
    @FunctionalInterface
    public interface EpochListener {
        void ended(int epoch, double loss);
    }

    /** Initial weights. */
    public TrainedNetwork(Network network, RandomGenerator random) {
        weights.add("", network, random);
        executable = new ExecutableNetwork(network, "", weights);
    }

    /**
     * Trains all weights.
     *
     * @throws TrainingDivergedException if the loss stops being finite
     */
    public void train(TrainingProtocol protocol, SegmentationSet set, int classes, long seed, EpochListener listener) {
        WeightTraining training = new WeightTraining(protocol, set, classes, seed);
        Updater updater = Updater.of(protocol, weights.trained(), manager);
        for (int epoch = 0; epoch < protocol.epochs(); epoch++) {
            List<List<Integer>> order = training.order(set, "weights", epoch);
            double loss = 0;
            for (int step = 0; step < order.size(); step++) {
                Batch batch = training.batch(set, order.get(step), "weights", epoch, step);
                loss += learn(batch, updater, training.learningRate(epoch, step, order.size()));
            }
            listener.ended(epoch, loss / order.size());
        }
    }

    /** Wall time of one training step, seconds: the median of some, after warming up. Changes the weights. */
    public double secondsPerStep(TrainingProtocol protocol, SegmentationSet set, int classes, long seed) {
        WeightTraining training = new WeightTraining(protocol, set, classes, seed);
        Updater updater = Updater.of(protocol, weights.trained(), manager);
        return WeightTraining.secondsPerStep(step -> {
            List<Integer> indices = training.order(set, "probe", step).get(0);
            learn(training.batch(set, indices, "probe", 0, step), updater, NEXT_TO_NOTHING);
        });
    }

    /** Wall time of each of so many training steps on one and the same batch, seconds. Changes the weights. */
    public double[] stepSeconds(TrainingProtocol protocol, Batch batch, int steps) {
        Updater updater = Updater.of(protocol, weights.trained(), manager);
        return WeightTraining.stepSeconds(steps, step -> learn(batch, updater, protocol.learningRate()));
    }

    /** Training steps to measure: each takes the first so many images of a set and changes the weights a little. */
    public IntConsumer step(TrainingProtocol protocol, SegmentationSet set, int classes, long seed) {
        WeightTraining training = new WeightTraining(protocol, set, classes, seed);
        Updater updater = Updater.of(protocol, weights.trained(), manager);
        return images -> learn(training.first(set, images), updater, NEXT_TO_NOTHING);
    }

    /** One step; returns the loss before it. */
    private double learn(Batch batch, Updater updater, double rate) {
        double loss = WeightTraining.backward(
                manager, batch, images -> executable.forward(true, images), UnaryOperator.identity());
        updater.step(rate);
        return loss;
    }

    /** Predictions against labels over a set. */
    public ConfusionMatrix score(SegmentationSet set, TrainingProtocol protocol, int classes) {
        return WeightTraining.score(
                manager, set, classes, protocol.batch(), images -> executable.forward(false, images));
    }

    /** The class of each pixel of an image of a set, {@code [height * width]}. */
    public int[] predict(SegmentationSet set, int image, int classes) {
        return WeightTraining.predict(
                        manager, set, List.of(image), classes, images -> executable.forward(false, images))
                .get(0);
    }

    /** The number of trained values. */
    public long parameters() {
        return weights.count();
    }

    /** SHA-256 of all weights. */
    public String digest() {
        return weights.digest();
    }

    /** The weights, for writing them to a file. */
    public Weights weights() {
        return weights;
    }

    @Override
    public void close() {
        manager.close();
    }
}
