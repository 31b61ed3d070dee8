package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.CheckedNetwork;
import org.nasworkbench.results.CorrelationTable;
import org.nasworkbench.results.LatencyPoints;

/** Figures of latencies from files alone. */
class LatencyDrawTests {
    @TempDir
    Path folder;

    @Test
    void theHeaderTellsWhatIsDrawn() throws IOException {
        String points = points("points.csv");
        String others = points("others.csv");
        assertDrawn("Predicted against measured latency", "figures/a.svg", points);
        assertDrawn("Predicted against measured latency", "b.pdf", points, others);
        assertDrawn("MACs against measured latency", "c.png", points, others, "--macs");
        new CorrelationTable("t", "macs", List.of(new CorrelationTable.Row("ms", 9, 0.5, 0.4, 0.6, 0.7, 0.6, 0.8)))
                .write(folder);
        assertDrawn(
                "Rank correlation with macs",
                "d.svg",
                folder.resolve("correlations.csv").toString());
    }

    @Test
    void requestsThatCannotBeMetAreExplained() throws IOException {
        String points = points("points.csv");
        String other =
                Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n").toString();
        String svg = folder.resolve("a.svg").toString();
        assertRefused("but the columns were", "draw", other, "--figure", svg);
        assertRefused("but the columns were", "draw", points, other, "--figure", svg);
        assertRefused("--figure must name the file", "draw", points);
        assertRefused("must end with .svg, .pdf, .png or .tex, but was 'a.jpg'", "draw", points, "--figure", "a.jpg");
        assertRefused("must end with", "check", "squeezenas-small", "none.csv", "--figure", "a.jpg");
        assertRefused("must end with", "matrix", "none.yaml", "--figure", "a.jpg");
    }

    private void assertDrawn(String title, String name, String... arguments) throws IOException {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of("latency", "draw"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--figure", file.toString()));
        Ended ended = Ended.nas(all.toArray(String[]::new));
        assertEquals(0, ended.code(), ended::err);
        assertTrue(ended.out().startsWith(title) && ended.out().contains("95 %"), ended::out);
        assertTrue(Files.size(file) > 1000);
    }

    private static void assertRefused(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("latency"));
        all.addAll(List.of(arguments));
        Ended ended = Ended.nas(all.toArray(String[]::new));
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains(message), ended::err);
    }

    private String points(String name) throws IOException {
        List<CheckedNetwork> networks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            networks.add(new CheckedNetwork(i < 15 ? "spread" : "band", "n" + i, 1000 + i, 1 + i, 1.1 + i, 1.2 + i));
        }
        Path file = folder.resolve(name);
        new LatencyPoints(Map.of("platform", name), false, networks).write(file);
        return file.toString();
    }
}
