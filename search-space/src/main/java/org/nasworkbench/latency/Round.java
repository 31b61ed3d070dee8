package org.nasworkbench.latency;

/**
 * One visit to all networks.
 *
 * @param referenceMillis median over the visits to the reference network in this round of the 25th percentile of its runs
 * @param ratios for each network the 25th percentile of its runs, as a multiple of the reference's around it
 */
record Round(double referenceMillis, double[] ratios) {
    Round {
        if (!(referenceMillis > 0)) {
            throw new IllegalArgumentException("a reference must take more than 0 ms, but took " + referenceMillis);
        }
    }
}
