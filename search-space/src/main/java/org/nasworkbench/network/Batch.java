package org.nasworkbench.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.work.TrainingProtocol;

/**
 * Some images with their labels, on the Java heap.
 *
 * @param images float values in [-1, 1], [N][3][H][W]
 * @param labels class of each pixel, 0 where void, [N][H][W]
 * @param weights weight of each pixel in the loss, 0 where void, [N][H][W]
 */
public record Batch(int size, int height, int width, float[] images, long[] labels, float[] weights) {
    /** How pixels become the values that a network sees, in words. */
    public static final String NORMALISATION = "channels red, green, blue; byte / 127.5 - 1";

    /**
     * Gathers images as they are.
     *
     * @param indices positions in the set
     * @param classWeights weight of each class in the loss
     */
    public static Batch plain(SegmentationSet set, List<Integer> indices, float[] classWeights) {
        return gather(set, indices, classWeights, index -> new Placement(false, 0, 0));
    }

    /** Gathers images mirrored and shifted at random, as the protocol says. */
    public static Batch augmented(
            SegmentationSet set,
            List<Integer> indices,
            float[] classWeights,
            TrainingProtocol protocol,
            RandomGenerator random) {
        int reachY = (int) (protocol.crop() * set.height());
        int reachX = (int) (protocol.crop() * set.width());
        return gather(
                set,
                indices,
                classWeights,
                index -> new Placement(
                        protocol.flip() && random.nextBoolean(),
                        reachY == 0 ? 0 : random.nextInt(-reachY, reachY + 1),
                        reachX == 0 ? 0 : random.nextInt(-reachX, reachX + 1)));
    }

    /** The images as an array [N, 3, H, W]. */
    public NDArray images(NDManager manager) {
        return manager.create(images, new Shape(size, 3, height, width));
    }

    /** The labels as an int64 array [N, H, W]. */
    public NDArray labels(NDManager manager) {
        return manager.create(labels, new Shape(size, height, width));
    }

    /** The pixel weights as an array [N, H, W]. */
    public NDArray weights(NDManager manager) {
        return manager.create(weights, new Shape(size, height, width));
    }

    private record Placement(boolean mirrored, int shiftY, int shiftX) {}

    private interface Placing {
        Placement of(int index);
    }

    private static Batch gather(SegmentationSet set, List<Integer> indices, float[] classWeights, Placing placing) {
        int height = set.height();
        int width = set.width();
        int pixels = height * width;
        Batch batch = new Batch(
                indices.size(),
                height,
                width,
                new float[indices.size() * 3 * pixels],
                new long[indices.size() * pixels],
                new float[indices.size() * pixels]);
        for (int n = 0; n < indices.size(); n++) {
            batch.place(n, set.image(indices.get(n)), set.labels(indices.get(n)), classWeights, placing.of(n));
        }
        return batch;
    }

    private void place(int n, byte[] image, byte[] label, float[] classWeights, Placement placement) {
        int pixels = height * width;
        for (int y = 0; y < height; y++) {
            int fromY = y + placement.shiftY();
            for (int x = 0; x < width; x++) {
                int shifted = x + placement.shiftX();
                int fromX = placement.mirrored() ? width - 1 - shifted : shifted;
                if (fromY < 0 || fromY >= height || fromX < 0 || fromX >= width) {
                    continue;
                }
                int from = fromY * width + fromX;
                int to = y * width + x;
                for (int c = 0; c < 3; c++) {
                    int value = Byte.toUnsignedInt(image[c * pixels + from]);
                    images[(n * 3 + c) * pixels + to] = value / 127.5f - 1;
                }
                int klass = Byte.toUnsignedInt(label[from]);
                if (klass < classWeights.length) {
                    labels[n * pixels + to] = klass;
                    weights[n * pixels + to] = classWeights[klass];
                }
            }
        }
    }
}
