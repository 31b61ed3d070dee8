package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the platform that counts MACs, so that what must come out is known. */
class LatencyRetimeTests {
    private static final String HEADER =
            "timed_on,search,seed,number,genotype,macs,score,latency_ms,low_ms,high_ms,chosen";

    @TempDir
    static Path folder;

    private static Path study;
    private static Path byTable;
    private static Path byMacs;

    @BeforeAll
    static void search() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 3, "name: nsga2, type: nsga2, population: 2");
        study = tiny.file();
        byTable = folder.resolve("by-table");
        byMacs = folder.resolve("by-macs");
        assertEquals(0, Ended.nas(tiny.run(byTable)).code());
        assertEquals(
                0, Ended.nas(tiny.run(byMacs, "--set", "latency.platform=macs")).code());
    }

    private static Ended retime(Path out, Path... runs) {
        return retime(out, new String[0], runs);
    }

    private static Ended retime(Path out, String[] options, Path... runs) {
        List<String> arguments = new ArrayList<>(List.of("latency", "retime", study.toString()));
        List.of(runs).forEach(run -> arguments.add(run.toString()));
        arguments.addAll(List.of("--on", "macs", "--out", out.toString()));
        arguments.addAll(List.of(options));
        return Ended.nas(arguments.toArray(String[]::new));
    }

    @Test
    void allNetworksOfAllRunsHaveTheTimeOfOnePlatform() throws Exception {
        Path out = folder.resolve("retimed");
        Ended ended = retime(out, byTable, byMacs);
        assertEquals(0, ended.code(), ended::toString);
        assertTrue(ended.out().contains("MACs rank them with Spearman 1.00"), ended::out);
        List<String> rows = Files.readAllLines(out.resolve("networks.csv"));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("macs,nsga2 for this-cpu-djl,1,")));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("macs,nsga2 for macs,1,")));
        for (String row : rows.subList(1 + rows.indexOf(HEADER), rows.size())) {
            String[] cells = row.split(",");
            assertEquals(Double.parseDouble(cells[5]) / 1e6, Double.parseDouble(cells[7]), 1e-9, row);
        }
        List<String> matrix = Files.readAllLines(out.resolve("matrix.csv"));
        assertEquals("found_for,timed_on,latency_per_limit,share_within_limit", matrix.get(0));
        assertTrue(
                matrix.get(1).startsWith("this-cpu-djl,macs,") && matrix.get(2).startsWith("macs,macs,"),
                matrix::toString);
        assertTrue(Files.size(out.resolve("macs/quality-latency.svg")) > 1000);
    }

    @Test
    void timesOfAnEarlierRetimingGiveTheSameFilesWithoutTheRecords() throws Exception {
        Path first = folder.resolve("first");
        assertEquals(0, retime(first, byTable, byMacs).code());
        Path tables = Files.createDirectories(folder.resolve("tables"));
        for (Path run : List.of(byTable, byMacs)) {
            Path copy = Files.createDirectories(tables.resolve(run.getFileName()));
            for (String file : List.of("manifest.json", "summary.csv", "trials.csv", "latency.csv")) {
                Files.copy(run.resolve(file), copy.resolve(file));
            }
        }
        Path again = folder.resolve("again");
        String[] from = {"--from", first.resolve("networks.csv").toString(), "--json"};
        Ended ended = retime(again, from, tables.resolve("by-table"), tables.resolve("by-macs"));
        assertEquals(0, ended.code(), ended::toString);
        JsonNode json = new ObjectMapper().readTree(ended.out());
        assertEquals(1, json.get("platforms").get(0).get("macs").get("spearman").asDouble(), 1e-9);
        assertEquals(2, json.get("matrix").size());
        for (String file : List.of("networks.csv", "matrix.csv", "macs/quality-latency.svg")) {
            assertEquals(Files.readString(first.resolve(file)), Files.readString(again.resolve(file)), file);
        }

        List<String> rows = Files.readAllLines(first.resolve("networks.csv"));
        String network = rows.get(rows.size() - 1).split("\"")[1];
        Path fewer = Files.write(
                folder.resolve("fewer.csv"),
                rows.stream().filter(row -> !row.contains(network)).toList());
        Ended refused = retime(again, new String[] {"--from", fewer.toString()}, byTable, byMacs);
        assertEquals(2, refused.code());
        assertTrue(
                refused.err().matches("all networks of the runs must have been timed on macs, but .* was not .*\\R"),
                refused::err);
    }

    @Test
    void twoRunsByOnePlatformAreRefused() {
        Ended ended = retime(folder.resolve("twice"), byMacs, byMacs);
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("runs must be of searches by different platforms"), ended::toString);
    }

    @Test
    void runsOfOtherSeedsAreRefused() throws Exception {
        Path other = folder.resolve("other-seed");
        String[] run = TinyStudy.in(folder, 3, "name: nsga2, type: nsga2, population: 2")
                .run(other, "--set", "latency.platform=macs", "--set", "seeds=2..2");
        assertEquals(0, Ended.nas(run).code());
        Ended ended = retime(folder.resolve("others"), byTable, other);
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("runs must be of the same strategies and seeds"), ended::toString);
    }
}
