package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measured blocks of one space on one platform, and the line that turns their sum into a prediction.
 *
 * @param facts how, where and with what it was measured, by name
 * @param entries a timing for each key
 * @param line from the sum to the whole network
 * @param check how well the line predicts networks that it was not fitted on
 * @param further checks of the full examination by name, empty before it; see {@link LatencyExamination}
 */
public record LatencyTable(
        Map<String, String> facts,
        Map<LatencyKey, Timing> entries,
        LatencyLine line,
        LatencyCheck check,
        Map<String, LatencyCheck> further)
        implements Serializable {
    /** What the fact {@code times} says where a model of a device was asked and nothing was measured. */
    static final String PROJECTED = "projected";

    public LatencyTable {
        facts = new LinkedHashMap<>(facts);
        entries = new LinkedHashMap<>(entries);
        further = new LinkedHashMap<>(further);
    }

    /** A table as it is built. */
    public LatencyTable(
            Map<String, String> facts, Map<LatencyKey, Timing> entries, LatencyLine line, LatencyCheck check) {
        this(facts, entries, line, check, Map.of());
    }

    /** Whether the times are projected, not measured. */
    public boolean projected() {
        return PROJECTED.equals(facts.get("times"));
    }

    /**
     * The timing of a key.
     *
     * @throws IllegalArgumentException if the table has none: never a guess
     */
    public Timing timing(LatencyKey key) {
        Timing timing = entries.get(key);
        if (timing == null) {
            throw new IllegalArgumentException("the latency table must have an entry for " + key
                    + ", but has none (it is for " + facts.getOrDefault("space", "another space") + ")");
        }
        return timing;
    }
}
