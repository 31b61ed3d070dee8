package org.nasworkbench.latency;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            throw new IllegalArgumentException(
                    "an operation must be made faster by a factor above 1, but it was " + factor);
        }
    }

    /**
     * Checks that something is made faster.
     *
     * @param options of a space or a table
     * @throws IllegalArgumentException if none of them is the operation or has it as a part
     */
    public void requireAmong(Collection<String> options) {
        if (options.stream().noneMatch(this::speeds)) {
            Set<String> known = new LinkedHashSet<>(options);
            options.forEach(option -> known.addAll(parts(option)));
            throw new IllegalArgumentException(
                    "an operation must be one of " + known + ", but was '" + operation + "'");
        }
    }

    /** Whether an option is the operation, or has it as a part. */
    public boolean speeds(String option) {
        return option.equals(operation) || parts(option).contains(operation);
    }

    private static List<String> parts(String option) {
        return List.of(option.split("_"));
    }

    /**
     * The altered table: times of options with the operation divided by the factor, marked as projected. The line from sums to networks
     * and its check are those of the table as it is.
     *
     * @throws IllegalArgumentException if the table has no such operation
     */
    public LatencyTable in(LatencyTable table) {
        requireAmong(table.entries().keySet().stream()
                .map(LatencyKey::option)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        table.entries().forEach((key, timing) -> entries.put(key, speeds(key.option()) ? faster(timing) : timing));
        Map<String, String> facts = new LinkedHashMap<>(table.facts());
        facts.put("times", LatencyTable.PROJECTED);
        String before = facts.containsKey(ALTERED) ? facts.get(ALTERED) + "; " : "";
        facts.put(ALTERED, before + operation + " " + factor + " times as fast; the check is that of the table before");
        return new LatencyTable(facts, entries, table.line(), table.check(), table.further());
    }

    private Timing faster(Timing timing) {
        return new Timing(timing.millis() / factor, timing.low() / factor, timing.high() / factor, 0);
    }
}
