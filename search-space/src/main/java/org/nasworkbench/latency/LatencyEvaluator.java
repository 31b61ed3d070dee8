package org.nasworkbench.latency;

import org.nasworkbench.space.Architecture;

/** Tells the latency of any architecture of one space on one platform. Asking costs nothing: what had to be measured was. */
@FunctionalInterface
public interface LatencyEvaluator {
    /**
     * The latency.
     *
     * @throws IllegalArgumentException if the evaluator does not know a part of the architecture: never a guess
     */
    Latency of(Architecture architecture);
}
