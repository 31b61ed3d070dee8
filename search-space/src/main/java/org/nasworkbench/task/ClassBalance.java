package org.nasworkbench.task;

import java.util.Arrays;

/** Weights for the classes in a loss, so that road and building do not drown poles and bicyclists. */
public final class ClassBalance {
    private ClassBalance() {}

    /**
     * Median-frequency balancing: weight of class c = median of the frequencies / frequency of c.
     *
     * <p>D. Eigen and R. Fergus, "Predicting Depth, Surface Normals and Semantic Labels with a Common Multi-Scale Convolutional
     * Architecture", ICCV 2015, arXiv:1411.4734, section 6.1 (used by V. Badrinarayanan, A. Kendall and R. Cipolla, "SegNet",
     * arXiv:1511.00561). Deviations: they divide a class's pixels by those of the images that contain it, here by those of all
     * images; and a class without a pixel, undefined there, is left out of the median and gets weight 0.
     *
     * @param counts pixels of each class, {@code [classes]}, as of {@link SegmentationSet#labelCounts(int)}
     * @return weight of each class, {@code [classes]}
     * @throws IllegalArgumentException if a count is negative or all are 0
     */
    public static float[] medianFrequency(long[] counts) {
        long[] present =
                Arrays.stream(counts).filter(count -> count != 0).sorted().toArray();
        if (present.length == 0 || present[0] < 0) {
            throw new IllegalArgumentException(
                    "pixel counts must be at least 0 and not all 0, but were " + Arrays.toString(counts));
        }
        int middle = present.length / 2;
        double median = present.length % 2 == 1 ? present[middle] : (present[middle - 1] + present[middle]) / 2.0;
        float[] weights = new float[counts.length];
        for (int c = 0; c < counts.length; c++) {
            weights[c] = counts[c] == 0 ? 0 : (float) (median / counts[c]);
        }
        return weights;
    }
}
