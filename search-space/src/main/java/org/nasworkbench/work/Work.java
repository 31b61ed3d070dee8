package org.nasworkbench.work;

import java.io.Serializable;
import java.util.Map;

/**
 * A piece of heavy work as a message: it can travel to a worker process, do its job there and send back its result. It is a
 * pure function of its fields: all randomness comes from seeds among them.
 *
 * @param <R> the result
 */
public interface Work<R extends Serializable> extends Serializable {
    /** Does the work. Called in a worker process that runs one piece of work at a time. */
    R perform(Workplace workplace) throws Exception;

    /** What its seconds are charged to. */
    CostCategory category();

    /** Which of its seconds belong to another category than {@link #category}, known when the result is there. */
    default Map<CostCategory, Double> split(R result) {
        return Map.of();
    }

    /**
     * How long the whole work will take here, seconds: does a small part of it and extrapolates. Work that cannot tell says NaN.
     */
    default double estimateSeconds(Workplace workplace) {
        return Double.NaN;
    }

    /**
     * How much memory the whole work will take here: measures a small part of it, in a worker process that has done nothing else. Work that
     * cannot tell says {@link MemoryNeed#UNKNOWN}, and so does all work where the system does not tell.
     */
    default MemoryNeed estimateMemory(Workplace workplace) {
        return MemoryNeed.UNKNOWN;
    }

    /** A few words for progress lines, such as {@code training k3_e1 ...}. */
    String title();
}
