package org.nasworkbench.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nasworkbench.task.ClassBalance;
import org.nasworkbench.task.ConfusionMatrix;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;

/**
 * The training loop that every network and supernet shares. All randomness (order, flips, crops) comes from the seed and the
 * epoch, so that a loop that is taken up at an epoch goes on as if never interrupted.
 */
public final class WeightTraining {
    private static final int TIMED_STEPS = 5;

    private final TrainingProtocol protocol;
    private final long seed;
    private final float[] classWeights;

    /**
     * Prepares training on a set.
     *
     * @param classes number of classes
     * @param set decides the class weights, where the protocol balances
     */
    public WeightTraining(TrainingProtocol protocol, SegmentationSet set, int classes, long seed) {
        this.protocol = protocol;
        this.seed = seed;
        classWeights = protocol.balanced() ? ClassBalance.medianFrequency(set.labelCounts(classes)) : ones(classes);
    }

    /** The batches of an epoch, in a random order of their images; each image is in exactly one. */
    public List<List<Integer>> order(SegmentationSet set, String purpose, int epoch) {
        List<Integer> indices =
                new ArrayList<>(IntStream.range(0, set.size()).boxed().toList());
        Collections.shuffle(indices, new Random(Seeds.derive(seed, purpose, "order", epoch)));
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < indices.size(); from += protocol.batch()) {
            batches.add(indices.subList(from, Math.min(from + protocol.batch(), indices.size())));
        }
        return batches;
    }

    /** One batch of an epoch, augmented by the protocol. */
    public Batch batch(SegmentationSet set, List<Integer> indices, String purpose, int epoch, int step) {
        return Batch.augmented(
                set, indices, classWeights, protocol, Seeds.random(seed, purpose, "augment", epoch, step));
    }

    /** The first so many images of a set, augmented, for a step that is measured. */
    public Batch first(SegmentationSet set, int images) {
        return batch(set, IntStream.range(0, images).boxed().toList(), "probe", 0, 0);
    }

    /**
     * The learning rate of a step.
     *
     * @param step within the epoch, of {@code steps}
     */
    public double learningRate(int epoch, int step, int steps) {
        double fraction = (epoch + (double) step / steps) / protocol.epochs();
        return protocol.learningRate() * protocol.schedule().factor(fraction);
    }

    /**
     * Computes the loss of a batch and its gradients.
     *
     * @param parent manager that the step's arrays live below
     * @param scores from images [N, 3, H, W] to class scores [N, K, H, W]
     * @param extra further terms on the loss, such as expected latency; returns the loss to minimise
     * @return the cross-entropy without extra terms
     * @throws TrainingDivergedException if it is not finite
     */
    public static double backward(
            NDManager parent, Batch batch, UnaryOperator<NDArray> scores, UnaryOperator<NDArray> extra) {
        try (NDManager step = parent.newSubManager()) {
            NDArray images = batch.images(step);
            NDArray labels = batch.labels(step);
            NDArray weights = batch.weights(step);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = SegmentationLoss.crossEntropy(scores.apply(images), labels, weights);
                double value = loss.getFloat();
                if (!Double.isFinite(value)) {
                    throw new TrainingDivergedException("the loss became " + value);
                }
                collector.backward(extra.apply(loss));
                return value;
            }
        }
    }

    /**
     * Counts predictions against labels over a whole set.
     *
     * @param batch images a forward pass
     * @param scores from images [N, 3, H, W] to class scores [N, K, H, W]
     */
    public static ConfusionMatrix score(
            NDManager parent, SegmentationSet set, int classes, int batch, UnaryOperator<NDArray> scores) {
        ConfusionMatrix confusion = new ConfusionMatrix(classes);
        for (int from = 0; from < set.size(); from += batch) {
            List<Integer> indices = IntStream.range(from, Math.min(from + batch, set.size()))
                    .boxed()
                    .toList();
            List<int[]> predicted = predict(parent, set, indices, classes, scores);
            for (int n = 0; n < indices.size(); n++) {
                confusion.add(set.labels(indices.get(n)), predicted.get(n));
            }
        }
        return confusion;
    }

    /** The class of each pixel of some images, one image after another, {@code [height * width]}. */
    static List<int[]> predict(
            NDManager parent, SegmentationSet set, List<Integer> indices, int classes, UnaryOperator<NDArray> scores) {
        int pixels = set.height() * set.width();
        try (NDManager step = parent.newSubManager()) {
            NDArray images = Batch.plain(set, indices, ones(classes)).images(step);
            long[] predicted = scores.apply(images).argMax(1).toLongArray();
            return IntStream.range(0, indices.size())
                    .mapToObj(n -> Arrays.stream(predicted, n * pixels, (n + 1) * pixels)
                            .mapToInt(label -> (int) label)
                            .toArray())
                    .toList();
        }
    }

    /** The median wall time of a step, seconds, over {@link #TIMED_STEPS} after as many to warm up. */
    public static double secondsPerStep(IntConsumer step) {
        double[] seconds = Arrays.copyOfRange(stepSeconds(2 * TIMED_STEPS, step), TIMED_STEPS, 2 * TIMED_STEPS);
        Arrays.sort(seconds);
        return seconds[TIMED_STEPS / 2];
    }

    /** The wall time of each of so many steps, seconds. */
    static double[] stepSeconds(int steps, IntConsumer step) {
        double[] seconds = new double[steps];
        for (int i = 0; i < steps; i++) {
            long start = System.nanoTime();
            step.accept(i);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
