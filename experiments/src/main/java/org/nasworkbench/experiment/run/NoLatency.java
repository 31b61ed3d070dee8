package org.nasworkbench.experiment.run;

import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;

/** Stands where a latency evaluator must be while a plan is made, before anything was measured: terms of 0, and no predictions. */
record NoLatency(ChainSpace space) implements AdditiveLatency {
    @Override
    public Latency of(Architecture architecture) {
        throw new IllegalStateException("a plan must not ask for latencies: nothing is measured yet");
    }

    @Override
    public double[][] terms() {
        return new double[space.blocks()][space.options().size()];
    }

    @Override
    public double baseMillis() {
        return 0;
    }
}
