package org.nasworkbench.experiment.run;

import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.MemoryNeed;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/** Finds out how much memory another piece of work takes, without doing it: its own estimate, made in a worker that does nothing else. */
public record MemoryProbe(Work<?> work) implements Work<MemoryNeed> {
    @Override
    public MemoryNeed perform(Workplace workplace) {
        return work.estimateMemory(workplace);
    }

    @Override
    public CostCategory category() {
        return CostCategory.ENGINE;
    }

    @Override
    public String title() {
        return "measuring the memory of " + work.title();
    }
}
