package org.nasworkbench.latency.roofline;

import org.nasworkbench.space.Network;

/**
 * The time that a device needs at least: S. Williams, A. Waterman, D. Patterson, "Roofline: an insightful visual performance model for
 * multicore architectures", Communications of the ACM 52(4), 2009, doi 10.1145/1498765.1498785. A step of a network takes as long as
 * its operations take at the device's peak or as its bytes take at the memory's bandwidth, whichever is longer.
 *
 * <p>Deviations: the model is of one program, here each step of a network is one and their times add up; and a step may have an
 * overhead, which the model has not. A multiply-accumulate operation counts as two operations; whatever is none counts as no
 * operation, so that layers without weights take the time of their bytes. Feature maps go through main memory between steps.
 *
 * @param operationsPerMilli at the peak
 * @param bytesPerMilli of main memory
 * @param bytes of one number
 * @param overheadMillis added for each step
 */
record Roofline(double operationsPerMilli, double bytesPerMilli, int bytes, double overheadMillis) {
    private static final double OPERATIONS_PER_MAC = 2;

    /** What a network takes at batch 1, ms. */
    double millis(Network network) {
        return Step.of(network).stream().mapToDouble(this::millis).sum();
    }

    double millis(Step step) {
        double computing = OPERATIONS_PER_MAC * step.macs() / operationsPerMilli;
        double moving = (double) bytes * step.values() / bytesPerMilli;
        return Math.max(computing, moving) + overheadMillis;
    }
}
