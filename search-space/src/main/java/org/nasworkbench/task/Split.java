package org.nasworkbench.task;

/**
 * The four disjoint parts of a data set, named for what they may be used for.
 *
 * <p>The training images are divided once, in the same way for every strategy, into {@link #WEIGHTS} and {@link #SEARCH}.
 */
public enum Split {
    /** Trains the weights of networks. */
    WEIGHTS,
    /**
     * Trains what a strategy itself learns by gradient, such as architecture parameters; in a search never the weights. Final
     * trainings have all of train, this part included.
     */
    SEARCH,
    /** Scores candidates during a search: the only part a strategy may look at. */
    VALIDATION,
    /** Sealed: opened once for each final network, never during a search. */
    TEST
}
