package org.nasworkbench.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nasworkbench.latency.LatencyExamination;
import org.nasworkbench.results.LatencyPoints;

/** Sets of networks that latency tables were held against, in words. */
final class CheckedSets {
    static final String PROJECTED = "projected";
    private static final String MEASURED = "measured";

    private CheckedSets() {}

    /**
     * Whether times are measured or projected.
     *
     * @throws IllegalArgumentException if some are measured and others projected
     */
    static String kind(List<LatencyPoints> tables) {
        boolean projected = tables.get(0).projected();
        if (tables.stream().anyMatch(table -> table.projected() != projected)) {
            throw new IllegalArgumentException(
                    "times in one figure must be all measured or all projected, but were both");
        }
        return projected ? PROJECTED : MEASURED;
    }

    /** The label of an axis of times. */
    static String axis(LatencyPoints points) {
        return (points.projected() ? "Projected" : "Measured") + " latency, ms";
    }

    /** A set of so many networks. */
    static String words(String set, int networks) {
        return networks + " networks " + place(set);
    }

    /** How many networks each set has. */
    static String numbers(List<LatencyPoints> tables) {
        return tables.stream()
                .map(table -> table.sets().stream()
                        .map(set -> words(set, table.only(set).networks().size()))
                        .collect(Collectors.joining(" and ")))
                .distinct()
                .collect(Collectors.joining("; or "));
    }

    /** Space, platforms and machines as the tables' facts tell them; sentences with a blank before them, or nothing. */
    static String origins(List<LatencyPoints> tables) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("space", "Space");
        names.put("runtime", "Runtime");
        names.put("machine", "Machine");
        StringBuilder text = new StringBuilder();
        names.forEach((fact, name) -> {
            String values = tables.stream()
                    .map(table -> table.facts().getOrDefault(fact, ""))
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .collect(Collectors.joining("; "));
            text.append(values.isEmpty() ? "" : " " + name + ": " + values + ".");
        });
        return text.toString();
    }

    /** Where a set lies. */
    static String place(String set) {
        return switch (set) {
            case LatencyExamination.SPREAD -> "over the range";
            case LatencyExamination.BAND -> "of nearly equal MACs";
            default -> "of " + set;
        };
    }
}
