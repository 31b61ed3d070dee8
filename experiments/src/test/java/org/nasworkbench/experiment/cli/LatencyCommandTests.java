package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.LatencyKey;
import org.nasworkbench.latency.LatencyLine;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.Timing;

class LatencyCommandTests {
    @TempDir
    Path folder;

    @Test
    void tablesThatAgreeAreExitCode0AndOthers3() throws Exception {
        Path first = table("first.csv", 1);
        assertEquals(
                0,
                Nas.run(
                        "latency",
                        "compare",
                        first.toString(),
                        table("second.csv", 1.05).toString()));
        assertEquals(
                3,
                Nas.run(
                        "latency",
                        "compare",
                        first.toString(),
                        table("third.csv", 1.5).toString()));
        assertEquals(
                0,
                Nas.run(
                        "latency",
                        "compare",
                        "--tolerance",
                        "0.6",
                        first.toString(),
                        folder.resolve("third.csv").toString()));
    }

    @Test
    void aSpoiltTableIsARequestThatWasWrong() throws Exception {
        Path first = table("first.csv", 1);
        Path spoilt = folder.resolve("spoilt.csv");
        Files.writeString(spoilt, Files.readString(first).replaceFirst("k3_e1,1.0", "k3_e1,2.0"));
        assertEquals(2, Nas.run("latency", "compare", first.toString(), spoilt.toString()));
        assertEquals(2, Nas.run("latency", "show", spoilt.toString()));
        assertEquals(2, Nas.run("latency", "show", folder.resolve("none.csv").toString()));
        assertEquals(2, Nas.run("latency", "check", "squeezenas-small", first.toString()));
    }

    @Test
    void aComparisonShowsBlocksAndTheFactsThatDiffer() throws Exception {
        String[] tables = {
            table("first.csv", 1).toString(), table("second.csv", 1.25).toString()
        };
        String text = printed("latency", "compare", tables[0], tables[1]);
        assertTrue(text.contains("x 1.250") && text.contains("machine 1.0 | machine 1.25"), text);
        assertTrue(text.contains("median absolute difference 25.0 %"), text);
        String json = printed("latency", "compare", "--json", tables[0], tables[1]);
        assertTrue(json.contains("\"median_difference\" : 0.25"), json);
    }

    private static String printed(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Nas.run(arguments);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Path table(String name, double factor) throws IOException {
        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        for (int i = 1; i <= 5; i++) {
            entries.put(new LatencyKey("8x4x4->" + i, "k3_e" + i), new Timing(i * factor, i * factor, i * factor, 30));
        }
        Path file = folder.resolve(name);
        LatencyTableFile.write(
                new LatencyTable(
                        Map.of("space", "some", "machine", "machine " + factor),
                        entries,
                        new LatencyLine(1, 1),
                        new LatencyCheck(20, 0, 0, 1, 1, 1, 1, 0)),
                file);
        return file;
    }
}
