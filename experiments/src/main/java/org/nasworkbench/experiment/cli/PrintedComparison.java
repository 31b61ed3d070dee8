package org.nasworkbench.experiment.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.results.Comparison;
import org.nasworkbench.results.Interval;
import org.nasworkbench.results.RankCorrelation;

/** Differences and correlations with their intervals on standard output. */
final class PrintedComparison {
    private PrintedComparison() {}

    static Map<String, Object> asMap(Comparison comparison) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("measure", comparison.measure());
        map.put("first", comparison.first());
        map.put("second", comparison.second());
        map.put("difference", comparison.difference());
        map.put("interval", ends(comparison.interval()));
        map.put("shown", comparison.shown());
        return map;
    }

    static Map<String, Object> asMap(RankCorrelation correlation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("networks", correlation.networks());
        map.put("spearman", correlation.spearman());
        map.put("spearman_interval", ends(correlation.spearmanInterval()));
        map.put("kendall", correlation.kendall());
        map.put("kendall_interval", ends(correlation.kendallInterval()));
        return map;
    }

    /** {@code +0.0012 to +0.0340}; empty where there is nothing to judge by. */
    static Optional<String> interval(Comparison comparison) {
        return comparison.interval().map(it -> String.format(Locale.ROOT, "%+.4f to %+.4f", it.low(), it.high()));
    }

    private static List<Double> ends(Optional<Interval> interval) {
        return interval.map(it -> List.of(it.low(), it.high())).orElse(List.of());
    }
}
