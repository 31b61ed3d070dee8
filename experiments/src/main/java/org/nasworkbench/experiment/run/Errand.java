package org.nasworkbench.experiment.run;

import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/** Work that is nothing but the way there and back. */
record Errand(int number) implements Work<Integer> {
    @Override
    public Integer perform(Workplace workplace) {
        return number;
    }

    @Override
    public CostCategory category() {
        return CostCategory.ENGINE;
    }

    @Override
    public String title() {
        return "errand " + number;
    }
}
