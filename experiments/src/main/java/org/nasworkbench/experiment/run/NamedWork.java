package org.nasworkbench.experiment.run;

import java.io.Serializable;
import java.util.Map;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/** A strategy's own work under the name that the strategy gave it: the ledger tells it from other work of the same title. */
record NamedWork<R extends Serializable>(String name, Work<R> work) implements Work<R> {
    @Override
    public R perform(Workplace workplace) throws Exception {
        return work.perform(workplace);
    }

    @Override
    public CostCategory category() {
        return work.category();
    }

    @Override
    public Map<CostCategory, Double> split(R result) {
        return work.split(result);
    }

    @Override
    public String title() {
        return work.title() + " (" + name + ")";
    }
}
