package org.nasworkbench.latency;

import java.util.function.LongSupplier;
import org.nasworkbench.space.Network;

/** A platform that runs nothing: what a network takes is calculated, always the same, and so asked once. */
public interface CalculatedPlatform extends Platform {
    /** What a network takes at batch 1, ms. */
    double millis(Network network);

    @Override
    default boolean projected() {
        return true;
    }

    @Override
    default int mostRounds() {
        return 1;
    }

    @Override
    default Runner prepare(Network network) {
        double calculated = millis(network);
        return new Runner() {
            @Override
            public double run() {
                return 0;
            }

            @Override
            public double millis(LongSupplier nanoseconds) {
                return calculated;
            }

            @Override
            public void close() {}
        };
    }
}
