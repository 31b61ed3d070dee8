package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.KnownDevices;
import org.nasworkbench.work.Seeds;

/** A new device from few timings. */
class LatencyTransferTests {
    private static final SearchSpace CELLS = KnownSpaces.space("nb201", KnownSpaces.Changes.NONE);

    @TempDir
    private Path folder;

    private Path timings(String device, int count) throws IOException {
        LatencyEvaluator latency = KnownDevices.latency(CELLS, device);
        RandomGenerator random = Seeds.random(1, "timings");
        Map<Architecture, Double> millis = new HashMap<>();
        while (millis.size() < count) {
            Architecture network = CELLS.sample(random);
            millis.put(network, latency.of(network).millis());
        }
        List<String> lines = new ArrayList<>(List.of("net,ms"));
        millis.forEach((network, ms) -> lines.add(CELLS.print(network) + "," + ms));
        return Files.write(folder.resolve("few.csv"), lines);
    }

    private Ended transfer(Path timings, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "latency", "transfer", timings.toString(), "--space", "nb201", "--genotype", "net", "--latency", "ms"));
        arguments.addAll(List.of("--out", folder.resolve("predicted.csv").toString()));
        arguments.addAll(List.of(more));
        return nas(arguments.toArray(String[]::new));
    }

    @Test
    void thirtyTimingsAndOtherDevicesPredictAllCells() throws IOException {
        Ended ended = transfer(timings("fpga", 30), "--except", "fpga", "--table", folder + "/terms.csv");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("15625 networks predicted from 30 timings and 26 other devices"), ended.out());
        assertTrue(ended.out().contains("each predicted from the others; the 90 % interval holds"), ended.out());
        List<String> rows = Files.readAllLines(folder.resolve("predicted.csv"));
        assertEquals("genotype,latency_ms,low_ms,high_ms", rows.get(0));
        assertEquals(15_626, rows.size());
        LatencyEvaluator truth = KnownDevices.latency(CELLS, "fpga");
        int close = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            double millis = truth.of(CELLS.parse(cells[0])).millis();
            close += !cells[1].isEmpty() && Math.abs(Double.parseDouble(cells[1]) - millis) < 0.1 * millis ? 1 : 0;
        }
        assertTrue(close > 15_625 / 2, "half of the cells within 10 %, but " + close);
        assertTrue(Files.readString(folder.resolve("terms.csv")).contains("# transfer: mean absolute error"));
    }

    @Test
    void theChipThatIsLeftOutIsNotAmongTheOthers() throws IOException {
        Ended ended = transfer(timings("1080ti_32", 10), "--except", "1080ti_32", "--json");
        JsonNode json = new ObjectMapper().readTree(ended.out());
        assertEquals(24, json.get("devices").size(), ended.out());
        assertTrue(!ended.out().contains("1080ti"), ended.out());
        assertEquals(10, json.get("check").get("networks").asInt());
    }

    @Test
    void othersComeFromAFileToo() throws IOException {
        List<String> lines = new ArrayList<>(List.of("net,a,b"));
        LatencyEvaluator a = KnownDevices.latency(CELLS, "pixel2");
        LatencyEvaluator b = KnownDevices.latency(CELLS, "eyeriss");
        RandomGenerator random = Seeds.random(2, "others");
        Map<String, String> rows = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Architecture network = CELLS.sample(random);
            rows.put(
                    CELLS.print(network),
                    a.of(network).millis() + "," + b.of(network).millis());
        }
        rows.forEach((network, row) -> lines.add(network + "," + row));
        String others = Files.write(folder.resolve("others.csv"), lines).toString();
        Ended ended = transfer(timings("fpga", 20), "--others", others, "--devices", "a,b");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("20 timings and 2 other devices: a b"), ended.out());
        assertTrue(transfer(timings("fpga", 20), "--others", others).err().contains("--devices must name"));
    }

    @Test
    void tooFewTimingsAreRefused() throws IOException {
        Ended ended = transfer(timings("fpga", 4));
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("at least 5 networks"), ended.err());
    }

    @Test
    void theBenchmarkLeavesEachChipOutAndRepeatsExactly() throws IOException {
        String[] command = {
            "bench", "latency-transfer", "nb201", "--timings", "10", "--draws", "1", "--scored", "100", "--json"
        };
        String out = nas(command).out();
        JsonNode json = new ObjectMapper().readTree(out);
        assertEquals(27, json.get("devices").size());
        JsonNode means = json.get("means").get(0);
        assertTrue(means.get("spearman").get("TRANSFER").asDouble()
                > means.get("spearman").get("MACS").asDouble());
        assertEquals(json, new ObjectMapper().readTree(nas(command).out()));
    }
}
