package org.nasworkbench.latency;

import java.util.function.LongSupplier;
import org.nasworkbench.space.Network;

/** Something that runs networks and can be timed: the seam for further runtimes and devices. */
public interface Platform {
    /** The name in studies, such as {@code this-cpu-djl}. */
    String name();

    /** Runtime, version, device and threads, in words. May load libraries. */
    String description();

    /** Makes a network ready to run at batch 1. */
    Runner prepare(Network network);

    /** Whether its times are calculated from a model of a device, not measured. The two never meet in one table. */
    default boolean projected() {
        return false;
    }

    /** After how many rounds of timings no more are worth taking: few where each is dear, 1 where they are calculated. */
    default int mostRounds() {
        return Integer.MAX_VALUE;
    }

    /** A network that can be run again and again. */
    interface Runner extends AutoCloseable {
        /**
         * Runs the network once, always on the same input, and returns a number read from its output when that is there: nobody can
         * leave out what is read.
         */
        double run();

        /**
         * Runs the network once and says how many milliseconds that took. A platform that is timed where it runs, or whose times are
         * projected, says so in its own words.
         *
         * @param nanoseconds the clock here
         */
        default double millis(LongSupplier nanoseconds) {
            long start = nanoseconds.getAsLong();
            double read = run();
            long end = nanoseconds.getAsLong();
            if (!Double.isFinite(read)) {
                throw new IllegalStateException("a network that is timed must give a finite output, but gave " + read);
            }
            return (end - start) / 1e6;
        }

        @Override
        void close();
    }
}
