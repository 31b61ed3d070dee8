package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.fitted.AdditiveFit;
import org.nasworkbench.latency.fitted.TermTable;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.table.KnownDevices;
import org.nasworkbench.table.TermTableFile;

/** Studies of a shipped table on a device that is named, or by a table of terms. */
@Timeout(120)
class DeviceStudyTests {
    private static final CellSpace SPACE = CellSpace.nasBench201();

    @TempDir
    private Path folder;

    private Ended run(String latency) throws IOException {
        String study = """
                name: device
                space: {name: nb201}
                score: {column: c10_val_e12, unit: percent, epochs: 12}
                latency: {%s}
                objective: {target-ms: 30, form: soft, w: -0.07}
                budget: {trials: 6}
                strategies: [{type: random-search}]
                seeds: [1]
                """.formatted(latency);
        Path file = Files.writeString(folder.resolve("study.yaml"), study);
        return nas("run", file.toString(), "--out", folder.resolve("out").toString());
    }

    private void assertEveryTrialHasTheLatencyOf(LatencyEvaluator evaluator) throws IOException {
        List<StudyResults.TrialRow> trials =
                StoredStudy.read(folder.resolve("out/study.db")).trials();
        assertFalse(trials.isEmpty());
        for (StudyResults.TrialRow trial : trials) {
            assertEquals(
                    evaluator.of(SPACE.parse(trial.genotype())).millis(),
                    trial.latencyMillis().getAsDouble(),
                    1e-9);
        }
    }

    @Test
    void aNamedDeviceIsItsRecordedColumn() throws IOException {
        Ended ended = run("device: gold_6226");
        assertEquals(0, ended.code(), ended.err());
        assertEveryTrialHasTheLatencyOf(KnownDevices.latency(SPACE, "gold_6226"));
    }

    @Test
    void aTableOfTermsAnswersForTheTable() throws IOException {
        TermTable terms = AdditiveFit.of(
                        KnownDevices.timings(SPACE, List.of("fpga")).timed("fpga"))
                .table();
        TermTableFile.write(SPACE, Map.of(), terms, folder.resolve("terms.csv"));
        Ended ended = run("table: terms.csv");
        assertEquals(0, ended.code(), ended.err());
        AdditiveLatency latency = TermTableFile.latency(folder.resolve("terms.csv"), SPACE);
        assertEveryTrialHasTheLatencyOf(latency);
        assertTrue(
                Files.readString(folder.resolve("out/manifest.json")).contains("latency-terms"),
                "the manifest names the table");
    }

    @Test
    void aTableWithGapsIsRefusedBeforeTheSearch() throws IOException {
        TermTable terms = AdditiveFit.of(
                        KnownDevices.timings(SPACE, List.of("fpga")).timed("fpga"))
                .table();
        double[][] gap = terms.terms();
        gap[1][3] = Double.NaN;
        TermTableFile.write(
                SPACE,
                Map.of(),
                new TermTable(terms.decisions(), terms.baseMillis(), gap),
                folder.resolve("terms.csv"));
        Ended ended = run("table: terms.csv");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("nor_conv_3x3 at edge2<-0 of nb201 is not"), ended.err());
    }
}
