package org.nasworkbench.evaluation;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.task.ConfusionMatrix;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.Split;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.MemoryNeed;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.SystemMemory;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Trains one network, from scratch unless it is told otherwise, and scores it. Where the workplace keeps a file, it ends with the
 * {@link KeptNetwork} in it.
 *
 * @param purpose which parts of the data are used, and what the seconds are charged to
 * @param initial where the weights start
 * @param seed of random initial weights, order and augmentation
 */
public record StandaloneTraining(
        ChainSpace space,
        Architecture architecture,
        SegmentationTask task,
        TrainingProtocol protocol,
        Purpose purpose,
        InitialWeights initial,
        long seed)
        implements Work<StandaloneTraining.Result> {
    /** From scratch. */
    public StandaloneTraining(
            ChainSpace space,
            Architecture architecture,
            SegmentationTask task,
            TrainingProtocol protocol,
            Purpose purpose,
            long seed) {
        this(space, architecture, task, protocol, purpose, new InitialWeights.Random(), seed);
    }

    /** What a training is for. */
    public enum Purpose {
        /** Weights from the weights part of train, score on validation. */
        SEARCH,
        /** The same, but to hold a cheap score against. */
        FIDELITY,
        /** Weights from all of train, score on the sealed test split: once per chosen network. */
        FINAL
    }

    /**
     * What came out.
     *
     * @param confusion over the scored split
     * @param losses mean cross-entropy of each epoch
     * @param trainSeconds wall time of the training loop
     * @param scoreSeconds wall time of scoring
     * @param images images trained on, over all epochs
     * @param scoredMillis when the scored split was opened, epoch milliseconds
     * @param digest SHA-256 of the final weights
     */
    public record Result(
            ConfusionMatrix confusion,
            double[] losses,
            double trainSeconds,
            double scoreSeconds,
            long images,
            long scoredMillis,
            String digest)
            implements Serializable {
        /** Training throughput. */
        public double imagesPerSecond() {
            return images / trainSeconds;
        }
    }

    @Override
    public Result perform(Workplace workplace) {
        SegmentationData data = workplace.data(task);
        try (TrainedNetwork network = new TrainedNetwork(space.network(architecture), Seeds.random(seed, "weights"))) {
            initial.into(network.weights(), workplace);
            SegmentationSet train = purpose == Purpose.FINAL
                    ? data.part(Split.WEIGHTS).with(data.part(Split.SEARCH))
                    : data.part(Split.WEIGHTS);
            double[] losses = new double[protocol.epochs()];
            long start = System.nanoTime();
            network.train(protocol, train, task.classes().size(), seed, (epoch, loss) -> {
                losses[epoch] = loss;
                workplace.progress(
                        (epoch + 1.0) / protocol.epochs(),
                        "epoch %d/%d loss %.3f".formatted(epoch + 1, protocol.epochs(), loss));
            });
            long trained = System.nanoTime();
            long opened = System.currentTimeMillis();
            ConfusionMatrix confusion = network.score(
                    data.part(purpose == Purpose.FINAL ? Split.TEST : Split.VALIDATION),
                    protocol,
                    task.classes().size());
            long scored = System.nanoTime();
            workplace.checkpoint().ifPresent(file -> keep(network, file));
            return new Result(
                    confusion,
                    losses,
                    (trained - start) / 1e9,
                    (scored - trained) / 1e9,
                    (long) train.size() * protocol.epochs(),
                    opened,
                    network.digest());
        }
    }

    private void keep(TrainedNetwork network, Path file) {
        try {
            new KeptNetwork(
                            space.name(),
                            space.print(architecture),
                            space.network(architecture),
                            task.classes(),
                            network.weights().values())
                    .write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the trained network could not be kept in " + file, e);
        }
    }

    @Override
    public double estimateSeconds(Workplace workplace) {
        SegmentationData data = workplace.data(task);
        int trained = data.part(Split.WEIGHTS).size()
                + (purpose == Purpose.FINAL ? data.part(Split.SEARCH).size() : 0);
        int scored = data.part(purpose == Purpose.FINAL ? Split.TEST : Split.VALIDATION)
                .size();
        try (TrainedNetwork network = new TrainedNetwork(space.network(architecture), Seeds.random(seed, "weights"))) {
            double step = network.secondsPerStep(
                    protocol, data.part(Split.WEIGHTS), task.classes().size(), seed);
            int steps = protocol.epochs() * ((trained - 1) / protocol.batch() + 1);
            int forwards = (scored - 1) / protocol.batch() + 1;
            return step * (steps + forwards / 3.0);
        }
    }

    @Override
    public MemoryNeed estimateMemory(Workplace workplace) {
        SegmentationData data = workplace.data(task);
        SegmentationSet set = data.part(Split.WEIGHTS);
        int trained =
                set.size() + (purpose == Purpose.FINAL ? data.part(Split.SEARCH).size() : 0);
        try (TrainedNetwork network = new TrainedNetwork(space.network(architecture), Seeds.random(seed, "weights"))) {
            return MemoryNeed.measure(
                    SystemMemory.here(),
                    1,
                    trained,
                    Math.min(protocol.batch(), set.size()),
                    network.step(protocol, set, task.classes().size(), seed));
        }
    }

    @Override
    public CostCategory category() {
        return switch (purpose) {
            case SEARCH -> CostCategory.SEARCH_TRAINING;
            case FIDELITY -> CostCategory.FIDELITY;
            case FINAL -> CostCategory.FINAL_TRAINING;
        };
    }

    @Override
    public Map<CostCategory, Double> split(Result result) {
        return purpose == Purpose.SEARCH ? Map.of(CostCategory.SEARCH_VALIDATION, result.scoreSeconds()) : Map.of();
    }

    @Override
    public String title() {
        return (purpose == Purpose.FINAL ? "final training of " : "training ") + space.print(architecture);
    }
}
