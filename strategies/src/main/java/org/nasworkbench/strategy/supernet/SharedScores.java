package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.Split;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Scores networks on the validation images with a supernet's shared weights, no training.
 *
 * @param training that left the weights
 * @param weights name of the checkpoint that they are read from
 * @param networks to score
 * @param batches of training images from which each network's batch norms take their statistics first; 0: those left by the training of all
 *     networks, which are nobody's. Guo et al., "Single Path One-Shot", ECCV 2020, section 3.4
 * @param category that the cost is charged to
 */
record SharedScores(
        SharedWeightsTraining training, String weights, List<Architecture> networks, int batches, CostCategory category)
        implements Work<SharedRanking.Scores> {
    SharedScores {
        networks = List.copyOf(networks);
    }

    /** By the weights at the end of their training. */
    SharedScores(SharedWeightsTraining training, List<Architecture> networks, int batches, CostCategory category) {
        this(training, SharedWeights.NAME, networks, batches, category);
    }

    @Override
    public SharedRanking.Scores perform(Workplace workplace) throws IOException {
        SegmentationData data = workplace.data(training.task());
        try (SupernetTrainer trainer = new SupernetTrainer(training)) {
            trainer.checkpoint().read(workplace.left(weights));
            double[] scores = new double[networks.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = score(trainer, data, networks.get(i));
                workplace.progress((i + 1.0) / scores.length, "network %d/%d".formatted(i + 1, scores.length));
            }
            return new SharedRanking.Scores(scores);
        }
    }

    /** Times some of the networks: what weights they have makes no difference. */
    @Override
    public double estimateSeconds(Workplace workplace) {
        SegmentationData data = workplace.data(training.task());
        try (SupernetTrainer trainer = new SupernetTrainer(training)) {
            return networks.size()
                    * WeightTraining.secondsPerStep(step -> score(trainer, data, networks.get(step % networks.size())));
        }
    }

    private double score(SupernetTrainer trainer, SegmentationData data, Architecture network) {
        SegmentationSet train = data.part(Split.WEIGHTS);
        int classes = training.task().classes().size();
        List<List<Integer>> order = training.loop(train).order(train, "recalibration", 0);
        Paths path = Paths.one(network);
        for (int b = 0; b < Math.min(batches, order.size()); b++) {
            recalibrate(trainer, Batch.plain(train, order.get(b), new float[classes]), path, b);
        }
        return WeightTraining.score(
                        trainer.manager(),
                        data.part(Split.VALIDATION),
                        classes,
                        training.protocol().batch(),
                        images -> trainer.supernet().score(images, path))
                .meanIntersectionOverUnion();
    }

    private static void recalibrate(SupernetTrainer trainer, Batch batch, Paths path, int number) {
        try (NDManager step = trainer.manager().newSubManager()) {
            trainer.supernet().recalibrate(batch.images(step), path, number);
        }
    }

    @Override
    public String title() {
        return "scoring " + networks.size() + " networks with the shared weights of "
                + training.space().name();
    }
}
