package org.nasworkbench.strategy.evolution;

import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;

/** A strategy that was made, and will use the sequences of Jenetics. */
public final class FirstUse implements Runnable {
    private final boolean aging;

    public FirstUse(boolean aging) {
        this.aging = aging;
        Record made = aging ? new RegularizedEvolution(2, 2, 1) : new Nsga2(4, 0.9, 1);
        made.hashCode();
    }

    @Override
    public void run() {
        if (aging) {
            MSeq.of(1);
        } else {
            ISeq.of(1);
        }
    }
}
