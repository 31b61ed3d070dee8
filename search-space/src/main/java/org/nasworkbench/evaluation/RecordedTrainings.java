package org.nasworkbench.evaluation;

import org.nasworkbench.space.Architecture;

/** Scores come from what was recorded when others trained the networks: a tabular benchmark. A pure function, safe for threads. */
public non-sealed interface RecordedTrainings extends Evaluation {
    /**
     * What training once gave and took.
     *
     * @param architecture of the table's space; one that is not listed is a failure that costs nothing
     * @param epochs one of {@link #epochs}
     * @param draw which of several recorded trainings answers: any number, equal ones give equal answers
     */
    Recorded lookUp(Architecture architecture, int epochs, long draw);

    /**
     * One recorded training.
     *
     * @param seconds that it took where it was recorded
     */
    record Recorded(Outcome outcome, double seconds) {}
}
