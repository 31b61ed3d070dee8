package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Networks with random weights, to be timed elsewhere. */
@Timeout(240)
class ExportUntrainedTests {
    @TempDir
    Path folder;

    /** The way of a device that this machine cannot reach: networks are carried there, and their times back. */
    @Test
    void aSampleIsTimedElsewhereAndBecomesATable() throws Exception {
        Path models = folder.resolve("models");
        String[] space = {"--width", "0.25", "--blocks", "1", "--input", "3x32x48", "--classes", "5"};
        Ended ended = nas(with(space, "export", "squeezenas-small", "--sample", "120", "--onnx", models.toString()));
        assertEquals(0, ended.code(), ended::err);
        List<String> rows = Files.readAllLines(models.resolve("networks.csv"));
        assertEquals("genotype,file,macs", rows.get(0));
        assertEquals(121, Set.copyOf(rows).size());
        try (OrtSession session = OrtEnvironment.getEnvironment()
                .createSession(models.resolve(rows.get(7).split(",")[1]).toString())) {
            Map<String, String> facts = session.getMetadata().getCustomMetadata();
            assertEquals(rows.get(7).split(",")[0], facts.get("genotype"));
            assertEquals(rows.get(7).split(",")[2], facts.get("macs"));
        }
        Path program = Path.of(System.getProperty("basedir", "."), "../docs/platforms/TimeNetworks.java");
        Path measured = folder.resolve("measured.csv");
        Process timer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString(),
                        models.toString(),
                        measured.toString(),
                        "1")
                .inheritIO()
                .start();
        assertEquals(0, timer.waitFor());
        List<String> measurements = Files.readAllLines(measured);
        assertEquals("genotype,ms", measurements.get(0));
        for (int i = 1; i < rows.size(); i++) {
            String[] cells = measurements.get(i).split(",");
            assertEquals(rows.get(i).split(",")[0], cells[0]);
            assertTrue(Double.parseDouble(cells[1]) > 0, measurements.get(i));
        }
        List<String> timed = new ArrayList<>(List.of("genotype,ms"));
        rows.stream()
                .skip(1)
                .map(row -> row.split(","))
                .forEach(cells -> timed.add(cells[0] + "," + (1 + Double.parseDouble(cells[2]) / 1e6)));
        Path times = Files.write(folder.resolve("times.csv"), timed);
        Path table = folder.resolve("device.csv");
        Ended imported = nas(with(
                space,
                "latency",
                "import",
                times.toString(),
                "--space",
                "squeezenas-small",
                "--genotype",
                "genotype",
                "--latency",
                "ms",
                "--out",
                table.toString()));
        assertEquals(0, imported.code(), imported::err);
        assertTrue(imported.out().contains("R2 1.0000"), imported::out);
    }

    @Test
    void aBlockAndAPublishedNetworkAreWrittenToo() throws Exception {
        Path block = folder.resolve("block.onnx");
        Ended ended =
                nas("export", "squeezenas-small", "--block", "16x512x1024->16/s2", "k5_e6", "--onnx", block.toString());
        assertEquals(0, ended.code(), ended::err);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(block.toString())) {
            assertTrue(session.getInputInfo().get("input").toString().contains("shape=[1, 16, 512, 1024]"));
            assertEquals(
                    "16x512x1024->16/s2 k5_e6",
                    session.getMetadata().getCustomMetadata().get("block"));
        }
        Path published = folder.resolve("published.onnx");
        assertEquals(
                0,
                nas("export", "squeezenet-1.1", "--input", "3x64x64", "--onnx", published.toString())
                        .code());
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(published.toString())) {
            assertEquals("1235496", session.getMetadata().getCustomMetadata().get("parameters"));
        }
        String none = folder.resolve("none.onnx").toString();
        ExportCommandTests.assertWrong(
                "is no block of squeezenas-small",
                "squeezenas-small",
                "--block",
                "16x1x1->16/s2",
                "k5_e6",
                "--onnx",
                none);
        ExportCommandTests.assertWrong(
                "must be a place and an option", "squeezenas-small", "--block", "k5_e6", "--onnx", none);
        ExportCommandTests.assertWrong(
                "must stand with a genotype", "fbnet", "--sample", "2", "--device", "pixel3", "--onnx", none);
        ExportCommandTests.assertWrong("--sample must be at least 1", "fbnet", "--sample", "0", "--onnx", none);
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }
}
