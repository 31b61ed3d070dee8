package org.nasworkbench.experiment.run;

import java.util.Map;
import java.util.SortedMap;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/** Keeps each trial at once: it took real time, and must not be lost. */
record StoredLog(RunKey run, SearchSpace space, StudyStore store) implements TrialLog {
    @Override
    public SortedMap<Integer, Trial> recorded() {
        return store.trials(run, space);
    }

    @Override
    public void add(Trial trial, Architecture canonical) {
        store.addTrial(run, trial, space.print(canonical), System.currentTimeMillis());
    }

    @Override
    public void trace(int step, Map<String, Double> numbers) {
        store.trace(run, step, numbers);
    }
}
