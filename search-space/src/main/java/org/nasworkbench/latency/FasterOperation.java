package org.nasworkbench.latency;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table as it would be if an operation were faster, for the question of what a faster kernel is worth: a study searches with it as with
 * any other table. Nothing of it is measured any more, and it says so.
 *
 * @param operation an option such as {@code k5_e6}, or a part of several such as {@code k5}
 * @param factor by which it is faster, above 1
 */
public record FasterOperation(String operation, double factor) {
    static final String ALTERED = "altered";

    public FasterOperation {
        if (!(factor > 1 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an operation must be faster by a factor above 1, but was " + factor);
        }
    }

    /**
     * The altered table: times of options with the operation divided by the factor, marked as projected. The line from sums to networks
     * and its check are those of the table as it is.
     *
     * @throws IllegalArgumentException if the table has no such operation
     */
    public LatencyTable in(LatencyTable table) {
        Set<String> known = table.entries().keySet().stream()
                .flatMap(key -> Arrays.stream(key.option().split("_")))
                .collect(Collectors.toCollection(TreeSet::new));
        table.entries().keySet().forEach(key -> known.add(key.option()));
        if (!known.contains(operation)) {
            throw new IllegalArgumentException(
                    "an operation of the table must be one of " + known + ", but was '" + operation + "'");
        }
        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        table.entries().forEach((key, timing) -> entries.put(key, has(key) ? faster(timing) : timing));
        Map<String, String> facts = new LinkedHashMap<>(table.facts());
        facts.put("times", LatencyTable.PROJECTED);
        String before = facts.containsKey(ALTERED) ? facts.get(ALTERED) + "; " : "";
        facts.put(ALTERED, before + operation + " " + factor + " times as fast; the check is that of the table before");
        return new LatencyTable(facts, entries, table.line(), table.check(), table.further());
    }

    private boolean has(LatencyKey key) {
        return key.option().equals(operation)
                || Arrays.asList(key.option().split("_")).contains(operation);
    }

    private Timing faster(Timing timing) {
        return new Timing(timing.millis() / factor, timing.low() / factor, timing.high() / factor, 0);
    }
}
