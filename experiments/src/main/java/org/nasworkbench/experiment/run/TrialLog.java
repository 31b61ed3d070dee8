package org.nasworkbench.experiment.run;

import java.util.Map;
import java.util.SortedMap;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;

/** Where a run's trials are kept. */
interface TrialLog {
    /** What earlier sessions left, by number. */
    SortedMap<Integer, Trial> recorded();

    /** Keeps a trial. */
    void add(Trial trial, Architecture canonical);

    /** Keeps numbers about the search's health at a step, by the names of their series. */
    void trace(int step, Map<String, Double> numbers);
}
