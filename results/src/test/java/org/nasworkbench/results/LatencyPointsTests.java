package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.CheckedNetwork;

class LatencyPointsTests {
    private static final List<CheckedNetwork> NETWORKS = IntStream.range(0, 24)
            .mapToObj(i -> new CheckedNetwork(
                    i < 12 ? "spread" : "band", "k3_e" + i + " | skip", 1000 + i % 12, 1 + i, 1.1 + i, 1.3 + i))
            .toList();

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        for (boolean projected : new boolean[] {false, true}) {
            LatencyPoints points = new LatencyPoints(Map.of("platform", "here"), projected, NETWORKS);
            Path file = folder.resolve("points.csv");
            points.write(file);
            FactCsv read = FactCsv.read(file);
            assertTrue(LatencyPoints.in(read));
            assertEquals(points, LatencyPoints.of(read));
            assertEquals(projected, Files.readString(file).contains("projected_ms"));
            assertEquals(!projected, Files.readString(file).contains("measured_ms"));
        }
    }

    @Test
    void eachSetIsJudgedAlone() {
        LatencyPoints points = new LatencyPoints(Map.of(), false, NETWORKS);
        assertEquals(List.of("spread", "band"), points.sets());
        LatencyPoints band = points.only("band");
        assertEquals(12, band.check().networks());
        assertEquals(1, band.ofPredictions().orElseThrow().spearman(), 1e-12);
        assertEquals(1, band.ofMacs().orElseThrow().kendall(), 1e-12);
        assertEquals(0.2 / 13.1, band.ceiling().bias(), 5e-3);
        assertTrue(band.ceiling().bias() > 0, "the second measurement is slower");
    }

    @Test
    void networksOfTheSameMacsHaveNoOrder() {
        LatencyPoints same = new LatencyPoints(
                Map.of(),
                false,
                List.of(new CheckedNetwork("band", "a", 7, 1, 1, 1), new CheckedNetwork("band", "b", 7, 2, 2, 2)));
        assertEquals(Optional.empty(), same.ofMacs());
        assertTrue(same.ofPredictions().isPresent());
    }

    @Test
    void timesThatCannotBeAreRefused() throws Exception {
        Path file = Files.writeString(
                folder.resolve("points.csv"),
                "set,genotype,macs,predicted_ms,measured_ms,measured_again_ms\na,b,1,1,0,1\n");
        FactCsv read = FactCsv.read(file);
        String message = assertThrows(IllegalArgumentException.class, () -> LatencyPoints.of(read))
                .getMessage();
        assertTrue(message.contains("above 0 ms, but was 0.0 (b)"), message);
        assertFalse(LatencyPoints.in(FactCsv.read(Files.writeString(file, "set,genotype\n"))));
    }
}
