package org.nasworkbench.latency.fitted;

import java.util.ArrayList;
import java.util.List;

/**
 * One assumption about a new device.
 *
 * @param correction share of the variance that other devices do not tell and that goes with the decisions one by one, in [0, 1]
 * @param noise variance of a timing around what both tell, as a multiple of the variance that they tell; above 0
 */
record Blend(double correction, double noise) {
    private static final double[] CORRECTIONS = {0, 0.01, 0.03, 0.1, 0.25, 0.5, 1};
    private static final double[] NOISES = {1e-4, 1e-3, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};

    /** All that are weighed against each other. */
    static final List<Blend> ALL = all();

    /** Terms alone, and the timings taken at their word: least squares; of all solutions the one of least norm. */
    static final Blend LEAST_SQUARES = new Blend(1, 1e-6);

    private static List<Blend> all() {
        List<Blend> all = new ArrayList<>();
        for (double correction : CORRECTIONS) {
            for (double noise : NOISES) {
                all.add(new Blend(correction, noise));
            }
        }
        return List.copyOf(all);
    }

    /** The covariance of two timings before the device is known, as a multiple of the variance that is told. */
    double kernel(double byDevices, double byDecisions) {
        return (1 - correction) * byDevices + correction * byDecisions;
    }
}
