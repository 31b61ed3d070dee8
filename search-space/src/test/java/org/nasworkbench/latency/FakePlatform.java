package org.nasworkbench.latency;

import org.nasworkbench.space.Network;

/** A platform whose networks take the time that their layers and MACs say, on a clock of its own. */
final class FakePlatform implements Platform {
    private long nanos;

    /** What a network of so many layers and MACs takes. */
    static double millis(double layers, long macs) {
        return (1000 * layers + macs / 10.0) / 1e6;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String description() {
        return "no real device";
    }

    @Override
    public Runner prepare(Network network) {
        long each = Math.round(millis(network.layers().size() - 1, network.macs()) * 1e6);
        return new Runner() {
            @Override
            public double run() {
                nanos += each;
                return 0;
            }

            @Override
            public void close() {}
        };
    }
}
