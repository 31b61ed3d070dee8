package org.nasworkbench.latency;

import org.nasworkbench.space.Architecture;

/** Tells the latency of any architecture of one space on one platform. Asking costs nothing: what had to be measured was. */
public interface LatencyEvaluator {
    /**
     * The predicted latency.
     *
     * @throws IllegalArgumentException if the evaluator does not know a part of the architecture: never a guess
     */
    Latency of(Architecture architecture);

    /**
     * The prediction as a sum, for strategies that need its gradient: latency = base + sum over decisions of the chosen
     * entry.
     *
     * @return [decisions][options], milliseconds
     */
    double[][] terms();

    /** The part of every prediction that no decision changes, in milliseconds. */
    double baseMillis();
}
