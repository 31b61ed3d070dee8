package org.nasworkbench.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Charge;
import org.nasworkbench.results.StudyResults.Run;

/**
 * Device-seconds by bar and category: a strategy's are means over its seeds, the study's own (latency table, engine, idle) are sums.
 *
 * @param simulated whether trainings were read from a table that records their time; then that is what is shown, and nothing
 *     measured beside it
 * @param bars seconds by category, by bar; the study as a whole comes last
 */
record MeasuredCost(boolean simulated, Map<String, Map<String, Double>> bars) {
    /** The bar of what no strategy caused; no strategy has the empty name. */
    static final String WHOLE_STUDY = "";

    private static final Map<String, Color> COLORS = new LinkedHashMap<>();

    static {
        COLORS.put("search-training", new Color(0x3B4A5A));
        COLORS.put("shared-weights", new Color(0x7A5C8E));
        COLORS.put("search-validation", new Color(0x8FA3B5));
        COLORS.put("fidelity", new Color(0xB9A6C6));
        COLORS.put("tuning", new Color(0x5E8C8A));
        COLORS.put("failed", new Color(0x9E2B2B));
        COLORS.put("final-training", new Color(0xC9D3C0));
        COLORS.put("latency-profiling", new Color(0x8A7355));
        COLORS.put("engine", new Color(0xC7B79C));
        COLORS.put("idle", new Color(0xE6E1D8));
    }

    static MeasuredCost of(StudyResults results, List<String> strategies) {
        boolean simulated = results.simulated();
        Map<String, Map<String, Double>> bars = new LinkedHashMap<>();
        for (String strategy : strategies) {
            List<Run> runs = results.runs().stream()
                    .filter(run -> run.strategy().equals(strategy))
                    .toList();
            Map<String, Double> sums = simulated
                    ? Map.of(
                            "search-training",
                            runs.stream().mapToDouble(Run::simulatedSeconds).sum())
                    : sums(results, strategy);
            Map<String, Double> means = new LinkedHashMap<>();
            sums.forEach((category, seconds) -> means.put(category, seconds / Math.max(1, runs.size())));
            bars.put(strategy, means);
        }
        if (!simulated) {
            bars.put(WHOLE_STUDY, sums(results, WHOLE_STUDY));
        }
        return new MeasuredCost(simulated, bars);
    }

    /** The categories that took time, in the order of the work; names that are not known come last. */
    List<String> categories() {
        Set<String> found = new LinkedHashSet<>();
        bars.values()
                .forEach(bar -> bar.forEach((category, seconds) -> {
                    if (seconds > 0) {
                        found.add(category);
                    }
                }));
        List<String> ordered = new ArrayList<>(COLORS.keySet());
        ordered.retainAll(found);
        found.stream().filter(category -> !COLORS.containsKey(category)).forEach(ordered::add);
        return ordered;
    }

    /** A category's colour: muted, so that none is taken for a strategy's. */
    static Color color(String category) {
        return COLORS.getOrDefault(category, new Color(0xB0B0B0));
    }

    double total(String bar) {
        return bars.getOrDefault(bar, Map.of()).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** The longest bar of a strategy, in seconds. */
    double longest() {
        return bars.keySet().stream()
                .filter(bar -> !bar.equals(WHOLE_STUDY))
                .mapToDouble(this::total)
                .max()
                .orElse(0);
    }

    private static Map<String, Double> sums(StudyResults results, String strategy) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Charge charge : results.charges()) {
            if (charge.strategy().equals(strategy)) {
                sums.merge(charge.category(), charge.deviceSeconds(), Double::sum);
            }
        }
        return sums;
    }
}
