package org.nasworkbench.experiment.run;

import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/** Finds out how long another piece of work will take here, without doing it: its own estimate, made in a worker. */
record Probe(Work<?> work) implements Work<Double> {
    @Override
    public Double perform(Workplace workplace) {
        return work.estimateSeconds(workplace);
    }

    @Override
    public CostCategory category() {
        return CostCategory.ENGINE;
    }

    @Override
    public String title() {
        return "timing a part of " + work.title();
    }
}
