package org.nasworkbench.experiment.run;

import java.util.List;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.MemoryNeed;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Finds out how much memory pieces of work take that a worker does one after another, without doing them: the largest of their own estimates,
 * made in a worker that does nothing else.
 */
public record MemoryProbe(List<Work<?>> works, int batch) implements Work<MemoryNeed> {
    public MemoryProbe {
        works = List.copyOf(works);
    }

    @Override
    public MemoryNeed perform(Workplace workplace) {
        MemoryNeed largest = MemoryNeed.UNKNOWN;
        for (Work<?> work : works) {
            MemoryNeed need = work.estimateMemory(workplace);
            if (need.isKnown() && !(need.at(batch) <= largest.at(batch))) {
                largest = need;
            }
        }
        return largest;
    }

    @Override
    public CostCategory category() {
        return CostCategory.ENGINE;
    }

    @Override
    public String title() {
        return "measuring the memory of " + works.get(0).title();
    }
}
