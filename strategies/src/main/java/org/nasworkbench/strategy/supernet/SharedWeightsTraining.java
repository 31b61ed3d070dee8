package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.CostCategory;
import org.nasworkbench.evaluation.Seeds;
import org.nasworkbench.evaluation.TrainingProtocol;
import org.nasworkbench.evaluation.Work;
import org.nasworkbench.evaluation.Workplace;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.Updater;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.Split;

/**
 * Trains a supernet's shared weights on the weights part of train and its logits on the search part, in turn: one step each.
 * Checkpoints every epoch; what goes on from a checkpoint is bit for bit what would have been without the break.
 *
 * @param protocol the study's protocol with the supernet's own number of epochs
 * @param latencyMillis latency of each option, [blocks][options]; the fixed part of the latency has no gradient and is left out
 * @param targetMillis the study's target
 */
record SharedWeightsTraining(
        ChainSpace space,
        SegmentationTask task,
        TrainingProtocol protocol,
        Recipe recipe,
        double[][] latencyMillis,
        double targetMillis,
        long seed)
        implements Work<SharedWeightsTraining.Result> {
    /**
     * How the logits are learned.
     *
     * @param warmupEpochs epochs in which only weights are trained
     * @param logitsLearningRate of Adam on the logits
     * @param latencyWeight lambda in cross-entropy + lambda x expected latency / target
     * @param firstTemperature of the Gumbel-softmax at the first epoch
     * @param lastTemperature reached after three quarters of the epochs
     */
    record Recipe(
            int warmupEpochs,
            double logitsLearningRate,
            double latencyWeight,
            double firstTemperature,
            double lastTemperature)
            implements Serializable {
        double temperature(int epoch, int epochs) {
            double fraction = Math.min(1, epoch / (0.75 * Math.max(1, epochs - 1)));
            return firstTemperature + fraction * (lastTemperature - firstTemperature);
        }
    }

    /**
     * What came out.
     *
     * @param logits [blocks][options]
     * @param epochs one row an epoch
     */
    record Result(float[][] logits, List<Epoch> epochs) implements Serializable {}

    /**
     * Search health at the end of an epoch.
     *
     * @param loss mean cross-entropy on the weights part
     * @param searchLoss mean cross-entropy on the search part, NaN during warm-up
     * @param entropy mean entropy of the blocks' distributions, nats
     * @param skipShare mean probability of skipping
     * @param latencyRatio variable part of the expected latency / target
     */
    record Epoch(double loss, double searchLoss, double entropy, double skipShare, double latencyRatio)
            implements Serializable {}

    @Override
    public Result perform(Workplace workplace) throws IOException {
        SegmentationData data = workplace.data(task);
        SegmentationSet train = data.part(Split.WEIGHTS);
        SegmentationSet search = data.part(Split.SEARCH);
        int classes = task.classes().size();
        try (NDManager manager = Devices.newManager()) {
            Supernet supernet = new Supernet(space, manager, Seeds.random(seed, "weights"));
            Logits logits = new Logits(manager, space, latencyMillis, targetMillis);
            Updater updater = Updater.of(protocol, supernet.weights().trained(), manager);
            WeightTraining training = new WeightTraining(protocol, train, classes, seed);
            SupernetCheckpoint checkpoint =
                    new SupernetCheckpoint(supernet.weights(), updater, logits, new ArrayList<>());
            Path file = workplace.checkpoint().orElse(null);
            if (file != null && Files.exists(file)) {
                checkpoint.read(file);
            }
            for (int epoch = checkpoint.epochs().size(); epoch < protocol.epochs(); epoch++) {
                double temperature = recipe.temperature(epoch, protocol.epochs());
                List<List<Integer>> order = training.order(train, "weights", epoch);
                List<List<Integer>> searchOrder = training.order(search, "search", epoch);
                boolean learnsLogits = epoch >= recipe.warmupEpochs();
                double loss = 0;
                double searchLoss = learnsLogits ? 0 : Double.NaN;
                for (int step = 0; step < order.size(); step++) {
                    RandomGenerator random = Seeds.random(seed, "gumbel", epoch, step);
                    Batch batch = training.batch(train, order.get(step), "weights", epoch, step);
                    NDArray fixed = logits.fixedNoise(manager, batch.size(), temperature, random);
                    loss += WeightTraining.backward(
                            manager, batch, images -> supernet.forward(images, fixed, true), ce -> ce);
                    fixed.close();
                    updater.step(training.learningRate(epoch, step, order.size()));
                    if (learnsLogits) {
                        Batch held = training.batch(
                                search, searchOrder.get(step % searchOrder.size()), "search", epoch, step);
                        searchLoss += learnLogits(manager, supernet, logits, held, temperature, random);
                        updater.discard();
                    }
                }
                checkpoint.epochs().add(logits.health(loss / order.size(), searchLoss / order.size(), space));
                if (file != null) {
                    checkpoint.write(file);
                    workplace.saved();
                }
                workplace.progress(
                        (epoch + 1.0) / protocol.epochs(),
                        "epoch %d/%d loss %.3f".formatted(epoch + 1, protocol.epochs(), loss / order.size()));
            }
            return new Result(logits.values(), List.copyOf(checkpoint.epochs()));
        }
    }

    @Override
    public CostCategory category() {
        return CostCategory.SHARED_WEIGHTS;
    }

    @Override
    public String title() {
        return "training the shared weights of " + space.name();
    }

    private double learnLogits(
            NDManager manager,
            Supernet supernet,
            Logits logits,
            Batch batch,
            double temperature,
            RandomGenerator random) {
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
                    NDArray weight = step.full(new Shape(1), (float) recipe.latencyWeight());
                    return ce.add(logits.expectedRatio(mixture[0]).mul(weight));
                });
        logits.step(recipe.logitsLearningRate());
        return loss;
    }
}
