package org.nasworkbench.task;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Pixels counted by true class (rows) and predicted class (columns); void pixels are not counted.
 *
 * <p>Intersection over union of class c is {@code n[c][c] / (row sum + column sum - n[c][c])}. A class that no pixel truly has
 * has no such value and is left out of the mean; a pixel predicted as an absent class still counts against its true class.
 * All scores are fractions in [0, 1].
 */
public final class ConfusionMatrix implements Serializable {
    private static final long serialVersionUID = 1;

    private final int classes;
    private final long[] counts;

    /**
     * An empty matrix.
     *
     * @param classes number of classes without void, 1 to 255
     */
    public ConfusionMatrix(int classes) {
        if (classes < 1 || classes > SegmentationTask.VOID) {
            throw new IllegalArgumentException("number of classes must be 1 to 255, but was " + classes);
        }
        this.classes = classes;
        this.counts = new long[classes * classes];
    }

    /**
     * Counts one image or batch.
     *
     * @param truth unsigned labels, class index or {@link SegmentationTask#VOID}
     * @param predicted unsigned class indices, as long as {@code truth}
     * @throws IllegalArgumentException if lengths differ or a label is not a class; nothing is counted then
     */
    public void add(byte[] truth, byte[] predicted) {
        add(truth, predicted.length, i -> Byte.toUnsignedInt(predicted[i]));
    }

    /** As {@link #add(byte[], byte[])}, with the predictions as ints. */
    public void add(byte[] truth, int[] predicted) {
        add(truth, predicted.length, i -> predicted[i]);
    }

    private void add(byte[] truth, int length, IntUnaryOperator predicted) {
        if (truth.length != length) {
            throw new IllegalArgumentException("each true label needs one prediction, but there are " + truth.length
                    + " labels and " + length + " predictions");
        }
        long[] added = new long[counts.length];
        for (int i = 0; i < length; i++) {
            int label = Byte.toUnsignedInt(truth[i]);
            if (label != SegmentationTask.VOID) {
                added[check(label, "true label", i) * classes + check(predicted.applyAsInt(i), "prediction", i)]++;
            }
        }
        addAll(added);
    }

    private int check(int label, String what, int position) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    what + " must be below " + classes + ", but was " + label + " at position " + position);
        }
        return label;
    }

    /** Adds the counts of another matrix with the same number of classes. */
    public void merge(ConfusionMatrix other) {
        if (other.classes != classes) {
            throw new IllegalArgumentException(
                    "matrices must have the same number of classes, but have " + classes + " and " + other.classes);
        }
        addAll(other.counts);
    }

    private void addAll(long[] added) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += added[i];
        }
    }

    /** Number of classes, without void. */
    public int classes() {
        return classes;
    }

    /** Pixels of class {@code truth} that were predicted as {@code predicted}. */
    public long count(int truth, int predicted) {
        return counts[truth * classes + predicted];
    }

    /** All counts, {@code [classes x classes]}: those of the first true class by predicted class, those of the second one, and so on. */
    public List<Double> counts() {
        return Arrays.stream(counts).mapToObj(count -> (double) count).toList();
    }

    /**
     * Mean of {@link #iouPerClass()} over the classes that occur in the ground truth.
     *
     * @throws IllegalStateException if no labelled pixel was counted
     */
    public double meanIntersectionOverUnion() {
        requirePixels();
        return Arrays.stream(iouPerClass())
                .filter(iou -> !Double.isNaN(iou))
                .average()
                .orElseThrow();
    }

    /**
     * Share of the labelled pixels that were predicted right.
     *
     * @throws IllegalStateException if no labelled pixel was counted
     */
    public double pixelAccuracy() {
        long right = IntStream.range(0, classes).mapToLong(c -> count(c, c)).sum();
        return right / (double) requirePixels();
    }

    /** Intersection over union of each class, {@code [classes]}; NaN where no pixel truly has the class. */
    public double[] iouPerClass() {
        double[] iou = new double[classes];
        for (int c = 0; c < classes; c++) {
            long union = truePixels(c) + predictedPixels(c) - count(c, c);
            iou[c] = truePixels(c) == 0 ? Double.NaN : count(c, c) / (double) union;
        }
        return iou;
    }

    /** The classes that no counted pixel truly has. */
    public List<Integer> absentClasses() {
        return IntStream.range(0, classes)
                .filter(c -> truePixels(c) == 0)
                .boxed()
                .toList();
    }

    private long truePixels(int c) {
        return IntStream.range(0, classes).mapToLong(p -> count(c, p)).sum();
    }

    private long predictedPixels(int c) {
        return IntStream.range(0, classes).mapToLong(t -> count(t, c)).sum();
    }

    private long requirePixels() {
        long pixels = Arrays.stream(counts).sum();
        if (pixels == 0) {
            throw new IllegalStateException(
                    "a score needs at least one labelled pixel, but every pixel was void or none was added");
        }
        return pixels;
    }
}
