package org.nasworkbench.latency;

import java.io.Serializable;

/**
 * A whole network that a table was held against; see {@link LatencyExamination}.
 *
 * @param set which of the sets it is in
 * @param genotype of its space
 * @param predictedMillis by the table, above 0
 * @param firstMillis measured, or projected where the table is, above 0
 * @param secondMillis the same, made ready anew
 */
public record CheckedNetwork(
        String set, String genotype, long macs, double predictedMillis, double firstMillis, double secondMillis)
        implements Serializable {
    public CheckedNetwork {
        for (double millis : new double[] {predictedMillis, firstMillis, secondMillis}) {
            if (!(millis > 0) || Double.isInfinite(millis)) {
                throw new IllegalArgumentException(
                        "a network's latency must be above 0 ms, but was " + millis + " (" + genotype + ")");
            }
        }
    }

    /** The mean of both measurements, which the prediction is held against. */
    public double millis() {
        return (firstMillis + secondMillis) / 2;
    }
}
