package org.nasworkbench.experiment.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.LatencyKey;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.TableComparison;

/** Latency tables on standard output. */
final class PrintedLatency {
    private PrintedLatency() {}

    static void table(LatencyTable table) {
        table.facts().forEach((name, value) -> line("%-18s %s", name, value));
        line(
                "%-18s base %.3f ms, slope %.3f",
                "line", table.line().baseMillis(), table.line().slope());
        table.line().families().forEach((family, slope) -> line("%-18s %s: slope %.3f", "", family, slope));
        checks(table);
        table.entries()
                .forEach((key, timing) -> line(
                        "%-24s %-12s %8.4f ms  [%.4f, %.4f]%s",
                        key.place(),
                        key.option(),
                        timing.millis(),
                        timing.low(),
                        timing.high(),
                        table.projected() ? "  projected" : ""));
    }

    /** A table without its blocks, or with them. */
    static Map<String, Object> asMap(LatencyTable table, boolean blocks) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("facts", table.facts());
        map.put("projected", table.projected());
        map.put("base_ms", table.line().baseMillis());
        map.put("slope", table.line().slope());
        map.put("slopes", table.line().families());
        Map<String, Object> checks = new LinkedHashMap<>(Map.of("check", asMap(table.check())));
        table.further().forEach((name, check) -> checks.put(name, asMap(check)));
        map.put("checks", checks);
        if (blocks) {
            List<Map<String, Object>> rows = new ArrayList<>();
            table.entries().forEach((key, timing) -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("place", key.place());
                row.put("option", key.option());
                row.put((table.projected() ? "projected_" : "") + "latency_ms", timing.millis());
                row.put("low_ms", timing.low());
                row.put("high_ms", timing.high());
                rows.add(row);
            });
            map.put("blocks", rows);
        }
        return map;
    }

    static Map<String, Object> asMap(LatencyCheck check) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("networks", check.networks());
        put(map, "mean_absolute_error", check.meanAbsoluteError());
        put(map, "bias", check.bias());
        put(map, "within_5_percent", check.within5());
        put(map, "within_10_percent", check.within10());
        put(map, "spearman", check.spearman());
        put(map, "kendall", check.kendall());
        put(map, "error_per_block", check.depth());
        return map;
    }

    private static void put(Map<String, Object> map, String name, double number) {
        map.put(name, Double.isNaN(number) ? null : number);
    }

    static void checks(LatencyTable table) {
        check("check", table.check());
        table.further().forEach(PrintedLatency::check);
    }

    static void comparison(TableComparison comparison, boolean json) {
        if (json) {
            System.out.println(Json.pretty(asMap(comparison)));
            return;
        }
        comparison.facts().forEach((name, both) -> line("%-18s %s | %s", name, both.get(0), both.get(1)));
        comparison.ratios().forEach((key, ratio) -> line("%-24s %-12s x %.3f", key.place(), key.option(), ratio));
        missing("only in the first", comparison.onlyFirst());
        missing("only in the second", comparison.onlySecond());
        line(
                "%d blocks: median ratio %.3f, median absolute difference %.1f %%, Spearman %.3f, Kendall %.3f",
                comparison.ratios().size(),
                comparison.level(),
                100 * comparison.medianDifference(),
                comparison.spearman(),
                comparison.kendall());
    }

    private static void check(String name, LatencyCheck check) {
        line("%-18s %s", name, check.summary());
        if (!Double.isNaN(check.within5())) {
            line(
                    "%-18s %.0f %% within 5 %%; the error grows by %+.2f %% with each block",
                    "", 100 * check.within5(), 100 * check.depth());
        }
    }

    private static void missing(String where, List<LatencyKey> keys) {
        keys.forEach(key -> line("%-24s %-12s %s", key.place(), key.option(), where));
    }

    private static Map<String, Object> asMap(TableComparison comparison) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        comparison.ratios().forEach((key, ratio) -> ratios.put(key.toString(), ratio));
        return Map.of(
                "ratios", ratios,
                "only_first",
                        comparison.onlyFirst().stream()
                                .map(LatencyKey::toString)
                                .toList(),
                "only_second",
                        comparison.onlySecond().stream()
                                .map(LatencyKey::toString)
                                .toList(),
                "facts", comparison.facts(),
                "median_difference", comparison.medianDifference(),
                "level", comparison.level(),
                "spearman", comparison.spearman(),
                "kendall", comparison.kendall());
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
