package org.nasworkbench.strategy.supernet;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.supernet.SupernetTrainer.LogitsStep;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.Split;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.MemoryNeed;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Trains a supernet's shared weights on the weights part of train and, by methods that have them, its logits: on the search part, one step
 * each in turn. Checkpoints every epoch; what goes on from a checkpoint is bit for bit what would have been without the break. The last
 * checkpoint stays: it holds the weights that others score networks with; so do copies of those after each quarter, from which it can
 * be told how the ranking by shared weights came about.
 *
 * @param protocol the study's protocol with the supernet's own number of epochs
 * @param latencyMillis latency of each option, [blocks][options]
 */
record SharedWeightsTraining(
        ChainSpace space,
        SegmentationTask task,
        TrainingProtocol protocol,
        Recipe recipe,
        double[][] latencyMillis,
        long seed)
        implements Work<SharedWeightsTraining.Result> {
    /**
     * What came out.
     *
     * @param logits [blocks][options]
     * @param epochs one row an epoch
     */
    record Result(float[][] logits, List<Epoch> epochs) implements Serializable {}

    /**
     * An epoch.
     *
     * @param loss mean cross-entropy on the weights part
     * @param searchLoss mean cross-entropy of the steps on the logits, NaN where there were none
     * @param temperature of the Gumbel-softmax
     * @param gradientNorm mean norm of the logits' gradient, NaN where there was none
     * @param health of the logits at its end
     */
    record Epoch(double loss, double searchLoss, double temperature, double gradientNorm, Logits.Health health)
            implements Serializable {}

    @Override
    public Result perform(Workplace workplace) throws IOException {
        SegmentationData data = workplace.data(task);
        SegmentationSet train = data.part(Split.WEIGHTS);
        SegmentationSet search = data.part(Split.SEARCH);
        WeightTraining training = loop(train);
        try (SupernetTrainer trainer = new SupernetTrainer(this)) {
            SupernetCheckpoint checkpoint = trainer.checkpoint();
            Path file = workplace.checkpoint().orElse(null);
            if (file != null && Files.exists(file)) {
                if (SupernetCheckpoint.isWhole(file)) {
                    checkpoint.read(file);
                } else {
                    workplace.lost("the checkpoint " + file + " is damaged, so that the training begins anew");
                }
            }
            for (int epoch = checkpoint.epochs().size(); epoch < protocol.epochs(); epoch++) {
                Epoch done = epoch(trainer, training, train, search, epoch);
                checkpoint.epochs().add(done);
                if (file != null) {
                    if (SharedWeights.keptEpochs(protocol.epochs()).contains(epoch + 1)) {
                        checkpoint.write(
                                workplace.left(SharedWeights.kept(epoch + 1))); // first: a cut in between is repaired
                    }
                    checkpoint.write(file);
                    workplace.saved();
                }
                workplace.progress((epoch + 1.0) / protocol.epochs(), note(done, epoch));
            }
            return new Result(trainer.logits().values(), List.copyOf(checkpoint.epochs()));
        }
    }

    private String note(Epoch done, int epoch) {
        String note = String.format(Locale.ROOT, "epoch %d/%d loss %.3f", epoch + 1, protocol.epochs(), done.loss());
        return recipe.sampling().learnsLogits() ? note + ", " + done.health().note() : note;
    }

    private Epoch epoch(
            SupernetTrainer trainer,
            WeightTraining training,
            SegmentationSet train,
            SegmentationSet search,
            int epoch) {
        double temperature = recipe.temperature(epoch, protocol.epochs());
        List<List<Integer>> order = training.order(train, "weights", epoch);
        List<List<Integer>> searchOrder = training.order(search, "search", epoch);
        double loss = 0;
        List<LogitsStep> logitsSteps = new ArrayList<>();
        for (int step = 0; step < order.size(); step++) {
            RandomGenerator random = Seeds.random(seed, "paths", epoch, step);
            Batch batch = training.batch(train, order.get(step), "weights", epoch, step);
            double rate = training.learningRate(epoch, step, order.size());
            boolean learns = recipe.learnsLogits(epoch, step);
            if (learns && !recipe.logits().heldOut()) {
                LogitsStep both = trainer.learnBoth(batch, temperature, random, rate);
                logitsSteps.add(both);
                loss += both.loss();
                continue;
            }
            loss += trainer.learnWeights(batch, temperature, random, rate);
            if (learns) {
                List<Integer> indices = searchOrder.get(step % searchOrder.size());
                Batch held = training.batch(search, indices, "search", epoch, step);
                logitsSteps.add(trainer.learnLogits(held, temperature, random));
            }
        }
        return new Epoch(
                loss / order.size(),
                logitsSteps.stream().mapToDouble(LogitsStep::loss).average().orElse(Double.NaN),
                temperature,
                logitsSteps.stream()
                        .mapToDouble(LogitsStep::gradientNorm)
                        .average()
                        .orElse(Double.NaN),
                trainer.logits().health());
    }

    @Override
    public double estimateSeconds(Workplace workplace) {
        SegmentationData data = workplace.data(task);
        SegmentationSet train = data.part(Split.WEIGHTS);
        SegmentationSet search = data.part(Split.SEARCH);
        WeightTraining training = loop(train);
        try (SupernetTrainer trainer = new SupernetTrainer(this)) {
            double temperature = recipe.temperature(0, protocol.epochs());
            double weightsStep = WeightTraining.secondsPerStep(step -> {
                List<Integer> indices = training.order(train, "probe", step).get(0);
                Batch batch = training.batch(train, indices, "probe", 0, step);
                trainer.learnWeights(batch, temperature, Seeds.random(seed, "probe", step), 1e-6);
            });
            int steps = training.order(train, "weights", 0).size();
            double seconds = steps * protocol.epochs() * weightsStep;
            if (recipe.logits() == null) {
                return seconds;
            }
            boolean heldOut = recipe.logits().heldOut();
            SegmentationSet images = heldOut ? search : train;
            double logitsStep = WeightTraining.secondsPerStep(step -> {
                List<Integer> indices = training.order(images, "probe", step).get(0);
                Batch batch = training.batch(images, indices, "probe", 0, step);
                RandomGenerator random = Seeds.random(seed, "probe", step);
                if (heldOut) {
                    trainer.learnLogits(batch, temperature, random);
                } else {
                    trainer.learnBoth(batch, temperature, random, 1e-6);
                }
            });
            double more = heldOut ? logitsStep : logitsStep - weightsStep;
            int logitsEpochs = Math.max(0, protocol.epochs() - recipe.warmupEpochs());
            return seconds + more * steps * logitsEpochs / recipe.logits().every();
        }
    }

    @Override
    public MemoryNeed estimateMemory(Workplace workplace) {
        return SupernetMemory.measure(this, workplace.data(task).part(Split.WEIGHTS));
    }

    @Override
    public CostCategory category() {
        return CostCategory.SHARED_WEIGHTS;
    }

    @Override
    public String title() {
        return "training the shared weights of " + space.name();
    }

    /** The loop that goes over the images. */
    WeightTraining loop(SegmentationSet train) {
        return new WeightTraining(protocol, train, task.classes().size(), seed);
    }
}
