package org.nasworkbench.experiment.run;

import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/** Heavy work as a strategy might have it, made of waiting; its title does not tell one from another. */
record Nap(long millis, String result) implements Work<String> {
    @Override
    public String perform(Workplace workplace) throws InterruptedException {
        Thread.sleep(millis);
        if (result.isEmpty()) {
            throw new IllegalStateException("overslept");
        }
        return result;
    }

    @Override
    public CostCategory category() {
        return CostCategory.FIDELITY;
    }

    @Override
    public String title() {
        return "a nap";
    }
}
