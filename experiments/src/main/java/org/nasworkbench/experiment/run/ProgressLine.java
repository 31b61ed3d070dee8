package org.nasworkbench.experiment.run;

/** One line on the {@link ProgressBoard}. */
interface ProgressLine {
    /** How far it is, for people. */
    String line();

    /** Whether the line is to go. */
    boolean ended();
}
