package org.nasworkbench.latency;

/** Latency as a sum, for strategies that need its gradient: latency = base + sum over decisions of the chosen entry. */
public interface AdditiveLatency extends LatencyEvaluator {
    /**
     * What each choice adds.
     *
     * @return [decisions][options], milliseconds
     */
    double[][] terms();

    /** The part that no decision changes, in milliseconds. */
    double baseMillis();
}
