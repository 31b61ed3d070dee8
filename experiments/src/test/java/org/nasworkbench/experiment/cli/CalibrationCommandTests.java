package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationCommandTests {
    @TempDir
    Path folder;

    private Path study() throws Exception {
        return Files.writeString(folder.resolve("cells.yaml"), """
                name: cells
                space: {name: nb201}
                score: {column: c10_val_e12, unit: percent, epochs: 12}
                cost: {column: train_s_e12}
                report: [c10_val_e200]
                budget: {trials: 5}
                strategies:
                  - {name: evolution, type: regularized-evolution, population: 2, sample: 2}
                seeds: [1]
                """);
    }

    @Test
    void everyTestsClaimsAreCountedForEachNumberOfRuns() throws Exception {
        Ended ended =
                nas("bench", "calibration", study().toString(), "--runs", "3,10", "--comparisons", "20", "--json");
        assertEquals(0, ended.code(), ended::err);
        JsonNode rates = new ObjectMapper().readTree(ended.out());
        assertEquals(2, rates.get("3 runs a side").size());
        assertEquals(3, rates.get("10 runs a side").size());
        JsonNode decides = rates.get("10 runs a side").get("Welch's t (decides)");
        assertEquals(20, decides.get("of").intValue());
        double share = decides.get("claimed").intValue() / 20.0;
        assertTrue(decides.get("low").doubleValue() <= share
                && share <= decides.get("high").doubleValue());
    }

    @Test
    void theSameCommandPrintsTheSame() throws Exception {
        String[] command = {
            "bench",
            "calibration",
            study().toString(),
            "--strategy",
            "random-search",
            "--runs",
            "3",
            "--comparisons",
            "9"
        };
        List<String> lines = nas(command).out().lines().toList();
        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("random-search against itself in c10_val_e200 on cells"), lines::toString);
        assertTrue(lines.get(2).startsWith("  3 runs a side  Welch's t (decides)"), lines::toString);
        assertEquals(lines, nas(command).out().lines().toList());
    }

    @Test
    void aStrategyIsOneOfTheStudys() throws Exception {
        Ended ended = nas("bench", "calibration", study().toString(), "--strategy", "annealing");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("but was 'annealing'"), ended::err);
    }

    @Test
    void networksThatWouldBeTrainedAreNotRepeated() throws Exception {
        Path trained = TinyStudy.in(folder, 2, "type: random-search").file();
        Ended ended = nas("bench", "calibration", trained.toString());
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("needs a study whose scores come from a table"), ended::err);
    }
}
