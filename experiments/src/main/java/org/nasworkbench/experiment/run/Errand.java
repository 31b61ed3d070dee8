package org.nasworkbench.experiment.run;

import java.io.Serializable;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/** Work that is nothing but the way there and back, and tells where it was done. */
record Errand(int number) implements Work<Errand.Place> {
    /**
     * A process.
     *
     * @param gpus that it was given, as CUDA names them; empty if nobody said
     */
    record Place(long pid, String gpus) implements Serializable {}

    @Override
    public Place perform(Workplace workplace) {
        String gpus = System.getenv("CUDA_VISIBLE_DEVICES");
        return new Place(ProcessHandle.current().pid(), gpus == null ? "" : gpus);
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
