package org.nasworkbench.latency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.nasworkbench.statistics.Kendall;
import org.nasworkbench.statistics.Quantile;
import org.nasworkbench.statistics.Ranks;
import org.nasworkbench.statistics.Spearman;

/**
 * Two latency tables side by side.
 *
 * @param ratios for each block that both have and that takes time in both, the second time over the first
 * @param onlyFirst blocks that the second lacks
 * @param onlySecond blocks that the first lacks
 * @param facts that differ: name, what the first says, what the second says; empty text where one is silent
 * @param medianDifference median of |ratio - 1|, a fraction
 * @param level median of the ratios: how much slower the second is on the whole
 * @param spearman rank correlation of the times, in [-1, 1]
 * @param kendall rank correlation (tau-b), in [-1, 1]
 */
public record TableComparison(
        Map<LatencyKey, Double> ratios,
        List<LatencyKey> onlyFirst,
        List<LatencyKey> onlySecond,
        Map<String, List<String>> facts,
        double medianDifference,
        double level,
        double spearman,
        double kendall) {

    /**
     * Compares two tables.
     *
     * @throws IllegalArgumentException if they have fewer than 2 timed blocks in common, or one is projected and the other measured
     */
    public static TableComparison of(LatencyTable first, LatencyTable second) {
        if (first.projected() != second.projected()) {
            throw new IllegalArgumentException("measured times are compared with measured ones, but the "
                    + (first.projected() ? "first" : "second") + " table is projected and the other measured");
        }
        Map<LatencyKey, Double> ratios = new LinkedHashMap<>();
        first.entries().forEach((key, timing) -> {
            Timing other = second.entries().get(key);
            if (other != null && timing.millis() > 0 && other.millis() > 0) {
                ratios.put(key, other.millis() / timing.millis());
            }
        });
        if (ratios.size() < 2) {
            throw new IllegalArgumentException(
                    "tables that are compared must have at least 2 timed blocks in common, but have " + ratios.size()
                            + "; the first is for " + first.facts().get("space") + ", the second for "
                            + second.facts().get("space"));
        }
        double[] values =
                ratios.values().stream().mapToDouble(Double::doubleValue).toArray();
        double[] differences = ratios.values().stream()
                .mapToDouble(ratio -> Math.abs(ratio - 1))
                .toArray();
        Ranks x = ranks(first, ratios);
        Ranks y = ranks(second, ratios);
        return new TableComparison(
                ratios,
                lacking(first, second),
                lacking(second, first),
                differing(first.facts(), second.facts()),
                Quantile.of(0.5, differences),
                Quantile.of(0.5, values),
                Spearman.of(x, y).estimate(),
                Kendall.of(x, y).estimate());
    }

    private static Ranks ranks(LatencyTable table, Map<LatencyKey, Double> common) {
        return Ranks.of(common.keySet().stream()
                .mapToDouble(key -> table.timing(key).millis())
                .toArray());
    }

    private static List<LatencyKey> lacking(LatencyTable here, LatencyTable there) {
        List<LatencyKey> keys = new ArrayList<>(here.entries().keySet());
        keys.removeAll(there.entries().keySet());
        return keys;
    }

    private static Map<String, List<String>> differing(Map<String, String> first, Map<String, String> second) {
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        Map<String, List<String>> differing = new LinkedHashMap<>();
        for (String name : names) {
            String here = first.getOrDefault(name, "");
            String there = second.getOrDefault(name, "");
            if (!here.equals(there)) {
                differing.put(name, List.of(here, there));
            }
        }
        return differing;
    }
}
