package org.nasworkbench.experiment.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.results.ConsoleTable;
import org.nasworkbench.results.StudyResults;

/** Results on standard output, for people or as JSON. */
final class Printed {
    private Printed() {}

    static void results(StudyResults results, boolean json) {
        System.out.println(json ? Json.pretty(asMap(results)) : ConsoleTable.of(results));
    }

    private static Map<String, Object> asMap(StudyResults results) {
        List<Map<String, Object>> runs = results.runs().stream()
                .map(run -> asMap(run, results.projectsLatency()))
                .toList();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("study", results.name());
        map.put("runs", runs);
        return map;
    }

    private static Map<String, Object> asMap(StudyResults.Run run, boolean projected) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategy", run.strategy());
        map.put("seed", run.seed());
        map.put("status", run.status());
        map.put("evaluations", run.evaluations());
        map.put("distinct", run.distinct());
        map.put("chosen", run.chosen());
        map.put("search_score", boxed(run.searchScore()));
        map.put("final_score", boxed(run.finalScore()));
        map.put(projected ? "projected_latency_ms" : "latency_ms", boxed(run.latencyMillis()));
        map.put("cost_device_s", run.deviceSeconds());
        map.put("simulated_device_s", run.simulatedSeconds());
        return map;
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
