package org.nasworkbench.strategy.supernet;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.network.Batch;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.supernet.Recipe.LogitsRecipe;
import org.nasworkbench.strategy.supernet.Recipe.Temperature;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.Split;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;
import org.nasworkbench.work.Workplace;

/** A task, a space and a protocol so small that a supernet trains in a fraction of a second. */
final class SupernetGround {
    static final SegmentationTask TASK = new StreetScenes(32, 48, 24, 8, 8, 1);
    static final SegmentationData DATA = TASK.load();
    static final ChainSpace SPACE = space("squeezenas-small", 1);
    static final TrainingProtocol PROTOCOL =
            new TrainingProtocol(4, 12, Optimizer.SGD, 0.02, 0.9, 1e-4, Schedule.COSINE, true, 0.1, true);

    private SupernetGround() {}

    static ChainSpace space(String name, int blocksPerStage) {
        return SearchSpaces.chain(name, 0.25, blocksPerStage, TASK.classes().size(), new Shape(3, 32, 48));
    }

    /** Milliseconds [blocks][options] that grow with the option's number; skipping takes next to none. */
    static double[][] latencies(double factor) {
        double[][] millis = new double[SPACE.blocks()][SPACE.options().size()];
        for (double[] row : millis) {
            Arrays.setAll(row, o -> factor * (1 + 0.5 * o));
            row[SPACE.options().indexOf(BlockOption.SKIP)] = 0.1 * factor;
        }
        return millis;
    }

    /** A ground of the space. */
    static final Ground GROUND = on(SPACE);

    /** A ground of a space, with latencies of some milliseconds. */
    static Ground on(ChainSpace space) {
        return new Ground(
                space,
                new Objective(Objective.Form.SOFT, new Latency(4.0 * space.blocks()), -0.07),
                Optional.of(ToyGround.latency(space)),
                new Training(TASK, PROTOCOL));
    }

    /** Gumbel noise for each image and the ratio loss, with a target of 20 ms. */
    static Recipe recipe(int warmupEpochs, double rate, double latencyWeight) {
        return new Recipe(Sampling.NOISE_PER_IMAGE, warmupEpochs, logits(rate, latencyWeight));
    }

    /** How logits learn, on images of their own. */
    static LogitsRecipe logits(double rate, double latencyWeight) {
        return new LogitsRecipe(
                new Logits.Rule(true, rate, 0.9, 0),
                new LatencyLoss(LatencyLoss.Form.RATIO, latencyWeight, 1, 20, 0.5),
                new Temperature(5, 1, false),
                1,
                true);
    }

    /** The training of a supernet by a recipe. */
    static SharedWeightsTraining training(int epochs, Recipe recipe, double slowness, long seed) {
        return new SharedWeightsTraining(SPACE, TASK, PROTOCOL.withEpochs(epochs), recipe, latencies(slowness), seed);
    }

    /** A batch of four images of the search part. */
    static Batch batch() {
        float[] even = new float[TASK.classes().size()];
        Arrays.fill(even, 1);
        return Batch.plain(DATA.part(Split.SEARCH), List.of(0, 1, 2, 3), even);
    }

    /** Logits between -1 and 1. */
    static void spread(Logits logits, RandomGenerator random) {
        float[] values = new float[logits.blocks() * logits.options()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        logits.array().set(FloatBuffer.wrap(values));
    }

    /** Where work finds the data, may have a checkpoint, and is cut off once so many epochs are saved. */
    record Place(Optional<Path> checkpoint, int epochsUntilCutOff, List<String> losses) implements Workplace {
        Place(Optional<Path> checkpoint, int epochsUntilCutOff) {
            this(checkpoint, epochsUntilCutOff, new ArrayList<>());
        }

        /** Thrown at the cut. */
        static final class CutOff extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        static Place bare() {
            return new Place(Optional.empty(), Integer.MAX_VALUE);
        }

        @Override
        public void progress(double fraction, String note) {
            if (note.startsWith("epoch " + epochsUntilCutOff + "/")) {
                throw new CutOff();
            }
        }

        @Override
        public void saved() {}

        @Override
        public void lost(String why) {
            losses.add(why);
        }

        @Override
        public SegmentationData data(SegmentationTask task) {
            return DATA;
        }
    }
}
