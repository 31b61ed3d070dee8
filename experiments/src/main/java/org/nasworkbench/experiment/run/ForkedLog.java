package org.nasworkbench.experiment.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;

/**
 * The log of a run that was forked. What was taken over stands in the record as credit; a budget in measured time counts what it had
 * cost.
 *
 * @param at the first trial that is the run's own
 */
record ForkedLog(TrialLog log, int at) implements TrialLog {
    @Override
    public SortedMap<Integer, Trial> recorded() {
        SortedMap<Integer, Trial> trials = new TreeMap<>(log.recorded());
        trials.headMap(at)
                .replaceAll((number, trial) -> trial.cached()
                        ? trial
                        : trial.at(Cost.measured(trial.cost().creditSeconds())));
        return trials;
    }

    @Override
    public void add(Trial trial, Architecture canonical) {
        log.add(trial, canonical);
    }

    @Override
    public void trace(int step, Map<String, Double> numbers) {
        log.trace(step, numbers);
    }
}
