package org.nasworkbench.experiment.run;

/**
 * A wish to go on from a trial of another run, under another objective, budget, price or seed.
 *
 * @param from the folder of that run
 * @param at the first trial that is new; all before it are taken over
 */
public record Fork(RunFolder from, int at) {
    public Fork {
        if (at < 0) {
            throw new IllegalArgumentException("--at must be 0 or more, but was " + at);
        }
    }
}
