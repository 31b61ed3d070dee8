package org.nasworkbench.strategy.supernet;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.Split;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

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
        WeightTraining training = training(train);
        try (SupernetTrainer trainer = new SupernetTrainer(this)) {
            SupernetCheckpoint checkpoint = trainer.checkpoint();
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
                    double rate = training.learningRate(epoch, step, order.size());
                    loss += trainer.learnWeights(batch, temperature, random, rate);
                    if (learnsLogits) {
                        List<Integer> indices = searchOrder.get(step % searchOrder.size());
                        Batch held = training.batch(search, indices, "search", epoch, step);
                        searchLoss += trainer.learnLogits(held, temperature, random);
                    }
                }
                checkpoint.epochs().add(trainer.logits().health(loss / order.size(), searchLoss / order.size(), space));
                if (file != null) {
                    checkpoint.write(file);
                    workplace.saved();
                }
                workplace.progress(
                        (epoch + 1.0) / protocol.epochs(),
                        "epoch %d/%d loss %.3f".formatted(epoch + 1, protocol.epochs(), loss / order.size()));
            }
            return new Result(trainer.logits().values(), List.copyOf(checkpoint.epochs()));
        }
    }

    @Override
    public double estimateSeconds(Workplace workplace) {
        SegmentationData data = workplace.data(task);
        SegmentationSet train = data.part(Split.WEIGHTS);
        SegmentationSet search = data.part(Split.SEARCH);
        WeightTraining training = training(train);
        try (SupernetTrainer trainer = new SupernetTrainer(this)) {
            double weightsStep = WeightTraining.secondsPerStep(step -> {
                List<Integer> indices = training.order(train, "probe", step).get(0);
                Batch batch = training.batch(train, indices, "probe", 0, step);
                trainer.learnWeights(batch, recipe.firstTemperature(), Seeds.random(seed, "probe", step), 1e-6);
            });
            double logitsStep = WeightTraining.secondsPerStep(step -> {
                List<Integer> indices = training.order(search, "probe", step).get(0);
                Batch batch = training.batch(search, indices, "probe", 0, step);
                trainer.learnLogits(batch, recipe.firstTemperature(), Seeds.random(seed, "probe", step));
            });
            int steps = training.order(train, "weights", 0).size();
            int logitsEpochs = Math.max(0, protocol.epochs() - recipe.warmupEpochs());
            return steps * (protocol.epochs() * weightsStep + logitsEpochs * logitsStep);
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

    private WeightTraining training(SegmentationSet train) {
        return new WeightTraining(protocol, train, task.classes().size(), seed);
    }
}
