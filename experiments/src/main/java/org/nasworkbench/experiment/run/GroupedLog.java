package org.nasworkbench.experiment.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/**
 * Keeps trials in groups, each written as a whole. For answers of a table: what an interruption cuts off was not said to anybody
 * outside the process, cost nothing, and comes out the same again.
 */
final class GroupedLog implements TrialLog {
    private static final int GROUP = 10_000;

    private final RunKey run;
    private final SearchSpace space;
    private final StudyStore store;
    private final List<Runnable> pending = new ArrayList<>();

    GroupedLog(RunKey run, SearchSpace space, StudyStore store) {
        this.run = run;
        this.space = space;
        this.store = store;
    }

    @Override
    public SortedMap<Integer, Trial> recorded() {
        return store.trials(run, space);
    }

    @Override
    public void add(Trial trial, Architecture canonical) {
        keep(() -> store.addTrial(run, trial, space.print(canonical), System.currentTimeMillis()));
    }

    @Override
    public void trace(int step, Map<String, Double> numbers) {
        keep(() -> store.trace(run, step, numbers));
    }

    /** Writes what is pending, and something more with it. */
    void write(Runnable more) {
        store.atomically(() -> {
            pending.forEach(Runnable::run);
            more.run();
        });
        pending.clear();
    }

    private void keep(Runnable write) {
        pending.add(write);
        if (pending.size() >= GROUP) {
            write(() -> {});
        }
    }
}
