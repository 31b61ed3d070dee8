package org.nasworkbench.latency.fitted;

import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.latency.fitted.Likeness.Common;

/**
 * One assumption about a new device: it is like one other device, or like a mixture of all.
 *
 * @param source the device that it is like, or their number for a mixture of all
 * @param correction share of the variance that other devices do not tell and that goes with the decisions one by one, in [0, 1]
 * @param noise variance of a timing around what both tell, as a multiple of the variance that they tell; above 0
 * @param prior how much it counts before anything was timed
 */
record Blend(int source, double correction, double noise, double prior) {
    private static final double[] CORRECTIONS = {0, 0.01, 0.03, 0.1, 0.25, 0.5, 1};
    private static final double[] CORRECTIONS_OF_ONE = {0, 0.03};
    private static final double[] NOISES = {1e-4, 1e-3, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};

    /** All that are weighed against each other: half of what counts is for mixtures, half for single devices. */
    static List<Blend> all(int devices) {
        List<Blend> all = new ArrayList<>(of(devices, CORRECTIONS, 1));
        for (int device = 0; device < devices; device++) {
            all.addAll(of(device, CORRECTIONS_OF_ONE, devices));
        }
        return all;
    }

    private static List<Blend> of(int source, double[] corrections, int sources) {
        List<Blend> blends = new ArrayList<>();
        for (double correction : corrections) {
            for (double noise : NOISES) {
                blends.add(new Blend(source, correction, noise, 0.5 / (sources * corrections.length * NOISES.length)));
            }
        }
        return blends;
    }

    /** Terms alone, and the timings taken at their word: least squares; of all solutions the one of least norm. */
    static Blend leastSquares() {
        return new Blend(0, 1, 1e-6, 1);
    }

    /** The covariances of a network's timing with others before the device is known, as multiples of the variance that is told. */
    double[] kernel(Common network) {
        double[] told = network.devices()[source];
        double[] kernel = new double[told.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (1 - correction) * told[i] + correction * network.decisions()[i];
        }
        return kernel;
    }

    /** The variance of a network's timing, likewise. */
    double variance(Common network) {
        return (1 - correction) * network.own()[source] + correction;
    }
}
