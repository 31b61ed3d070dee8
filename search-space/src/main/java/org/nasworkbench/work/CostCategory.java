package org.nasworkbench.work;

import java.util.Locale;

/** What a device-second was spent on. Every second of every device falls into exactly one. */
public enum CostCategory {
    /** Building and checking the latency table. */
    LATENCY_PROFILING,
    /** Training networks that a strategy proposed. */
    SEARCH_TRAINING,
    /** Scoring proposed networks on the validation split. */
    SEARCH_VALIDATION,
    /** Training weights that many networks share (a supernet). */
    SHARED_WEIGHTS,
    /** Judging how well a cheap score ranks networks. */
    FIDELITY,
    /** Training chosen networks to the end and opening the sealed test split. */
    FINAL_TRAINING,
    /** Work whose outcome was a failure, or that an interruption threw away. */
    FAILED,
    /** Choosing a strategy's own settings. */
    TUNING,
    /** Starting workers and native libraries, loading data. */
    ENGINE,
    /** A device that waited. */
    IDLE;

    /** The name in files: {@code search-training}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The category of a {@link #label}. */
    public static CostCategory of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
