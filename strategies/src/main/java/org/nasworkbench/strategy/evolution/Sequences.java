package org.nasworkbench.strategy.evolution;

import io.jenetics.util.ISeq;

/**
 * Loads the sequences of Jenetics in one thread. Its classes {@code Seq} and {@code ISeq} initialise each other: two threads of which one
 * begins with the one and one with the other wait for each other for ever. Whoever comes here first initialises both, and all others wait
 * for this class alone.
 */
final class Sequences {
    static {
        ISeq.empty();
    }

    private Sequences() {}

    /** After this, Jenetics can be used by any thread. */
    static void load() {
        // the class is initialised by being called
    }
}
