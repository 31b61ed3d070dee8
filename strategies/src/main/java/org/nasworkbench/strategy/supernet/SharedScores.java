package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.Architecture;
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
 * @param networks to score
 * @param batches of training images from which each network's batch norms take their statistics first; 0: those left by the training of all
 *     networks, which are nobody's. Guo et al., "Single Path One-Shot", ECCV 2020, section 3.4
 * @param category that the cost is charged to
 */
record SharedScores(SharedWeightsTraining training, List<Architecture> networks, int batches, CostCategory category)
        implements Work<SharedScores.Result> {
    SharedScores {
        networks = List.copyOf(networks);
    }

    /**
     * What came out.
     *
     * @param scores validation mIoU, in the order of the networks
     */
    record Result(double[] scores) implements Serializable {}

    @Override
    public Result perform(Workplace workplace) throws IOException {
        SegmentationData data = workplace.data(training.task());
        SegmentationSet train = data.part(Split.WEIGHTS);
        SegmentationSet validation = data.part(Split.VALIDATION);
        int classes = training.task().classes().size();
        int batch = training.protocol().batch();
        try (SupernetTrainer trainer = new SupernetTrainer(training)) {
            trainer.checkpoint().read(workplace.left(SharedWeights.NAME));
            List<List<Integer>> order = training.loop(train).order(train, "recalibration", 0);
            double[] scores = new double[networks.size()];
            for (int i = 0; i < scores.length; i++) {
                Paths path = Paths.one(networks.get(i));
                for (int b = 0; b < Math.min(batches, order.size()); b++) {
                    recalibrate(trainer, Batch.plain(train, order.get(b), new float[classes]), path, b);
                }
                scores[i] = WeightTraining.score(
                                trainer.manager(), validation, classes, batch, images -> trainer.supernet()
                                        .score(images, path))
                        .meanIntersectionOverUnion();
                workplace.progress((i + 1.0) / scores.length, "network %d/%d".formatted(i + 1, scores.length));
            }
            return new Result(scores);
        }
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
