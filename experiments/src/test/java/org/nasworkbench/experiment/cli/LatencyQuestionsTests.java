package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is a faster operation worth, and does each device deserve its own network? On tables that are made up here or shipped. */
class LatencyQuestionsTests {
    private static final String DEVICES =
            Path.of(System.getProperty("basedir", "."), "device-search.yaml").toString();

    @TempDir
    Path folder;

    /**
     * Words of four letters. Each s scores most and takes most, f scores less and takes less, n neither; so many s as the limit allows is
     * best, and twice as many are allowed once they are twice as fast.
     */
    private String madeUp() throws IOException {
        StringBuilder rows = new StringBuilder("word,score,ms\n");
        for (String word : words(4)) {
            double score = 10;
            double ms = 1;
            for (char letter : word.toCharArray()) {
                score += letter == 's' ? 20 : letter == 'f' ? 5 : 0;
                ms += letter == 's' ? 4 : letter == 'f' ? 1 : 0;
            }
            rows.append(word + "," + score + "," + ms + "\n");
        }
        Files.writeString(folder.resolve("words.csv"), rows);
        return Files.writeString(folder.resolve("words.yaml"), """
                name: words
                space: {table: words.csv, genotype: word}
                score: {column: score, unit: percent}
                latency: {column: ms}
                objective: {target-ms: 9, form: constraint}
                budget: {trials: 15}
                strategies:
                  - {name: evolution, type: regularized-evolution, population: 6, sample: 3}
                seeds: 1..20
                """).toString();
    }

    private static List<String> words(int length) {
        if (length == 0) {
            return List.of("");
        }
        List<String> words = new ArrayList<>();
        for (String shorter : words(length - 1)) {
            for (String letter : List.of("n", "f", "s")) {
                words.add(shorter + letter);
            }
        }
        return words;
    }

    @Test
    void theOperationThatHoldsNetworksBackIsWorthSpeedingUp() throws IOException {
        Ended ended = Ended.nas("latency", "what-if", madeUp(), "--workers", "2");
        assertEquals(0, ended.code(), ended::err);
        List<String> lines = ended.out().lines().toList();
        assertTrue(lines.get(0).contains("R2 1.0000"), ended.out());
        String slow = row(lines, "s");
        assertTrue(slow.endsWith("gains") && gain(slow) > 0.2, ended.out());
        assertTrue(gain(row(lines, "f")) < gain(slow), ended.out());
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("n ")), "what takes no time is not faster");
    }

    @Test
    void oneOperationMayBeAskedForAndUnknownOnesAreRefused() throws IOException {
        String study = madeUp();
        Ended one = Ended.nas("latency", "what-if", study, "--operation", "f", "--json");
        assertEquals(0, one.code(), one::err);
        assertTrue(
                one.out().contains("\"operation\" : \"f\"") && !one.out().contains("\"operation\" : \"s\""), one::out);
        Ended unknown = Ended.nas("latency", "what-if", study, "--operation", "x");
        assertEquals(2, unknown.code());
        assertTrue(
                unknown.err().contains("an operation must be one of [")
                        && unknown.err().contains("but was 'x'"),
                unknown::err);
        Ended slower = Ended.nas("latency", "what-if", study, "--factor", "0.5");
        assertEquals(2, slower.code());
        assertTrue(slower.err().contains("by a factor above 1, but it was 0.5"), slower::err);
    }

    @Test
    void networksKeepTheLimitOfTheDeviceThatTheyAreFoundForAndNotOfEveryOther() throws IOException {
        Path out = folder.resolve("matrix.csv");
        Ended ended = Ended.nas(
                "latency",
                "matrix",
                DEVICES,
                "--devices",
                "raspi4,eyeriss,titanx_256",
                "--set",
                "seeds=1..4",
                "--set",
                "budget.trials=60",
                "--out",
                out.toString(),
                "--figure",
                folder.resolve("matrix.svg").toString());
        assertEquals(0, ended.code(), ended::err);
        List<String> rows = Files.readAllLines(out);
        assertEquals("found_for,timed_on,latency_per_limit,share_within_limit", rows.get(0));
        assertEquals(10, rows.size());
        boolean broken = false;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            double kept = Double.parseDouble(cells[3]);
            if (cells[0].equals(cells[1])) {
                assertEquals(1, kept, row);
            }
            broken |= kept < 1;
        }
        assertTrue(broken, rows::toString);
        assertTrue(ended.out().contains("4 seeds a platform, under a limit that 25 %"), ended::out);
        JsonNode json = new ObjectMapper()
                .readTree(Ended.nas(
                                "latency",
                                "matrix",
                                DEVICES,
                                "--devices",
                                "raspi4,eyeriss",
                                "--set",
                                "seeds=[1]",
                                "--set",
                                "budget.trials=60",
                                "--json")
                        .out());
        assertEquals(4, json.get("matrix").size());
        assertTrue(json.get("devices").get(1).get("limit_ms").asDouble() > 0);
        Path again = folder.resolve("again.svg");
        Ended drawn = Ended.nas("latency", "draw", out.toString(), "--figure", again.toString());
        assertEquals(0, drawn.code(), drawn::err);
        assertEquals(marks(folder.resolve("matrix.svg")), marks(again));
    }

    private static String row(List<String> lines, String operation) {
        return lines.stream()
                .filter(line -> line.startsWith(operation + " "))
                .findFirst()
                .orElseThrow();
    }

    private static double gain(String row) {
        return Double.parseDouble(row.trim().split("\\s+")[1]);
    }

    /** A drawing without its caption: how the networks were found is in no file. */
    private static String marks(Path svg) throws IOException {
        return Files.readString(svg).replaceFirst("(?s)<desc.*?</desc", "");
    }
}
