package org.nasworkbench.experiment.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;

/** Keeps nothing: for runs that are not resumed. */
record NoLog() implements TrialLog {
    @Override
    public SortedMap<Integer, Trial> recorded() {
        return new TreeMap<>();
    }

    @Override
    public void add(Trial trial, Architecture canonical) {}

    @Override
    public void trace(int step, Map<String, Double> numbers) {}
}
