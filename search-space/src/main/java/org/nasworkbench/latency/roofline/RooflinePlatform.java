package org.nasworkbench.latency.roofline;

import org.nasworkbench.latency.CalculatedPlatform;
import org.nasworkbench.space.Network;

/** A chip that need not be there: nothing runs, and every time is what {@link Roofline} calculates from the chip's sheet. */
record RooflinePlatform(Chip chip, Precision precision, double overheadMicros) implements CalculatedPlatform {
    static final String NAME = "roofline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "calculated for " + chip.name() + ": " + chip.value(precision.peak()) + " tera-operations/s of "
                + precision + ", " + chip.value(Chip.MEMORY) + " GB/s, " + overheadMicros + " us for each step";
    }

    @Override
    public double millis(Network network) {
        return new Roofline(
                        chip.value(precision.peak()) * 1e9,
                        chip.value(Chip.MEMORY) * 1e6,
                        precision.bytes(),
                        overheadMicros / 1e3)
                .millis(network);
    }
}
