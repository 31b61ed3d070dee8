package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PublishedSearchesTests {
    private static StudyResults.Run run(String type, long seed, double score, Map<String, Double> metrics) {
        return new StudyResults.Run(
                "my-" + type,
                type,
                seed,
                "done",
                100,
                90,
                100,
                "g",
                OptionalDouble.of(0.5),
                OptionalDouble.of(score),
                metrics,
                OptionalDouble.empty(),
                0,
                0,
                12_000,
                0);
    }

    private static StudyResults study(Map<String, String> facts) {
        return new StudyResults(
                "cells",
                facts,
                Double.POSITIVE_INFINITY,
                ProjectedCost.ARTICLE,
                List.of(
                        run("random-search", 1, 0.90, Map.of("c100_test_e200", 0.70, "other", 0.1)),
                        run("random-search", 2, 0.91, Map.of("c100_test_e200", 0.72)),
                        run("local-search", 1, 0.91, Map.of("c100_test_e200", 0.72)),
                        run("local-search", 2, 0.91, Map.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Map<String, String> protocol(String finalMetric) {
        return Map.of(
                "table", "nb201",
                "final_metric", finalMetric,
                "training", "recorded: c10_val_e12",
                "objective", "score alone",
                "budget", "12000.0 s of simulated device time, repeats charged");
    }

    @Test
    void ourMeansStandBesideThePublishedOnesOfTheSameMethodAndMetric() {
        List<PublishedSearches.Line> lines = PublishedSearches.beside(study(protocol("c10_val_e200")));
        assertEquals(
                List.of("c10_val_e200", "c100_test_e200"),
                lines.stream().map(PublishedSearches.Line::metric).toList());
        assertEquals(0.905, lines.get(0).ours().mean(), 1e-12);
        assertEquals((0.905 - 0.9093) / 0.0036, lines.get(0).distance(), 1e-9);
        assertFalse(lines.get(0).confirmed());
        assertEquals("my-random-search", lines.get(1).strategy());
    }

    @Test
    void whatIsNotConfirmedIsMarked() {
        List<String> text = PublishedSearches.text(study(protocol("c10_test_e200")));
        List<String> lines = text.subList(
                text.size()
                        - PublishedSearches.beside(study(protocol("c10_test_e200")))
                                .size(),
                text.size());
        assertTrue(lines.get(0).contains("93.70 +- 0.36 "), lines.get(0));
        assertTrue(lines.get(1).contains("71.04 +- 1.07*"), lines.get(1));
        assertTrue(text.stream().allMatch(line -> line.length() < ConsoleTable.WIDTH), text::toString);
    }

    @Test
    void otherTablesHaveNothingBesideThem() {
        assertEquals(List.of(), PublishedSearches.text(study(Map.of("table", "my-table"))));
        assertEquals(List.of(), PublishedSearches.text(study(Map.of())));
    }

    @Test
    void anotherProtocolOnTheSameTableHasNothingBesideIt() {
        Map<String, String> facts = new HashMap<>(protocol("c10_val_e200"));
        facts.put("objective", "score x (latency / 30.0 ms)^-0.07");
        assertEquals(List.of(), PublishedSearches.beside(study(facts)));
    }
}
