package org.nasworkbench.latency;

import org.nasworkbench.space.Network;

/** Something that runs networks and can be timed: the seam for further runtimes and devices. */
public interface Platform {
    /** The name in studies, such as {@code this-cpu-djl}. */
    String name();

    /** Runtime, version, device and threads, in words. */
    String description();

    /** Makes a network ready to run at batch 1. */
    Runner prepare(Network network);

    /** A network that can be run again and again. */
    interface Runner extends AutoCloseable {
        /** Runs the network once and returns when its output is there. */
        void run();

        @Override
        void close();
    }
}
