package org.nasworkbench.latency;

import org.nasworkbench.space.Network;

/**
 * No device at all: a million multiply-accumulate operations count as one millisecond. A search by it is a search by MACs, under the same
 * objective as any other.
 */
record MacsPlatform() implements CalculatedPlatform {
    static final String NAME = "macs";

    private static final double MACS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "no device: a million MACs count as 1 ms";
    }

    @Override
    public double millis(Network network) {
        return network.macs() / MACS_PER_MILLI;
    }
}
