package org.nasworkbench.evaluation;

import java.io.Serializable;
import org.nasworkbench.network.Weights;
import org.nasworkbench.work.Workplace;

/** Where a training starts. It travels with the training to the place of work, and reads there what it needs. */
public interface InitialWeights extends Serializable {
    /**
     * Puts them in the place of a network's random ones, running statistics included.
     *
     * @param weights of the network that is going to be trained
     * @param workplace of its training, which may be among the run's other work
     * @throws java.io.UncheckedIOException if they cannot be read there
     */
    void into(Weights weights, Workplace workplace);

    /** From scratch: the random weights stay. */
    record Random() implements InitialWeights {
        @Override
        public void into(Weights weights, Workplace workplace) {}
    }
}
