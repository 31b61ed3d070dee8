package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.latency.CheckedNetwork;
import org.nasworkbench.results.LatencyMatrix;
import org.nasworkbench.results.LatencyPoints;

class LatencyFiguresTests {
    /** Made-up timings: predictions are good, MACs tell latency in the spread set and not in the other. */
    static LatencyPoints points(String platform, boolean projected) {
        SplittableRandom random = new SplittableRandom(platform.hashCode());
        List<CheckedNetwork> networks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean spread = i < 60;
            double millis = spread ? 4 + i / 6.0 : 9 + random.nextDouble();
            long macs = (long) (1e6 * (spread ? 50 + 2 * i + 20 * random.nextDouble() : 110 + 2 * random.nextDouble()));
            double predicted = millis * (0.97 + 0.06 * random.nextDouble());
            double again = millis * (0.98 + 0.04 * random.nextDouble());
            networks.add(new CheckedNetwork(spread ? "spread" : "band", "n" + i, macs, predicted, millis, again));
        }
        return new LatencyPoints(
                Map.of("platform", platform, "runtime", "a runtime", "machine", "a machine"), projected, networks);
    }

    /** Ratios from 0.6 to 1.9, less than 1 on the diagonal. */
    static DeviceHeatMap matrix(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[][] ratios = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                ratios[row][column] = row == column ? 0.98 : 0.6 + 1.3 * random.nextDouble();
            }
        }
        List<String> names =
                IntStream.range(0, size).mapToObj(i -> "platform_" + i).toList();
        return new DeviceHeatMap(new LatencyMatrix(names, ratios), "");
    }

    @Test
    void aPanelOfPredictionsSaysPlatformSetErrorRanksAndCeiling() throws IOException {
        PredictedLatency figure = new PredictedLatency(List.of(points("here", false), points("there", false)));
        String text = FiguresTests.text(figure);
        for (String part : List.of(
                "here: 60 networks over the range",
                "there: 60 networks of nearly equal MACs",
                "error 1.",
                "ρ 0.9",
                "ceiling",
                "within 5 %")) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        for (String part : List.of("60 networks", "95 %", "measured", "Runtime: a runtime.", "ceiling")) {
            assertTrue(figure.caption().contains(part), figure.caption());
        }
    }

    @Test
    void everyTimedNetworkIsAMark() {
        LatencyPoints all = points("here", false);
        List<CheckedNetwork> networks = all.networks();
        // The largest and the smallest of a set also move the axes; one between them is a mark and nothing else.
        List<CheckedNetwork> fewer = new ArrayList<>(networks);
        fewer.remove(30);
        LatencyPoints without = new LatencyPoints(all.facts(), false, fewer);
        assertTrue(marks(new MacsLatency(List.of(all))) > marks(new MacsLatency(List.of(without))));
        assertTrue(marks(new PredictedLatency(List.of(all))) > marks(new PredictedLatency(List.of(without))));
    }

    private static int marks(Drawing drawing) {
        return SvgDrawing.element(drawing).split("<(path|circle|ellipse)", -1).length;
    }

    @Test
    void projectedTimesAreCalledSoAndNeverStandBesideMeasuredOnes() {
        LatencyPoints projected = points("chip", true);
        assertEquals("Projected latency, ms", CheckedSets.axis(projected));
        for (Drawing figure : List.of(new PredictedLatency(List.of(projected)), new MacsLatency(List.of(projected)))) {
            assertTrue(
                    figure.caption().contains("projected") && !figure.caption().contains("measured"), figure.caption());
        }
        List<LatencyPoints> both = List.of(projected, points("here", false));
        assertThrows(IllegalArgumentException.class, new MacsLatency(both)::caption);
    }

    @Test
    void aPanelOfMacsSaysItsPlatformAndTheRanksOfEachSet() throws IOException {
        MacsLatency figure = new MacsLatency(List.of(points("here", false), points("there", false)));
        String text = FiguresTests.text(figure);
        assertTrue(text.contains("here") && text.contains("there"), text);
        assertEquals(4, text.split("τ ", -1).length - 1, text);
        assertEquals(4, text.split(", ρ ", -1).length - 1, text);
        assertEquals(
                Size.column().widthPoints(),
                new MacsLatency(List.of(points("here", false))).size().widthPoints());
    }

    @Test
    void aSmallMatrixSaysItsNumbersAndALargeOneFillsThePage() throws IOException {
        String small = FiguresTests.text(matrix(3));
        assertEquals(3, small.split("0\\.98", -1).length - 1, small);
        DeviceHeatMap large = matrix(27);
        assertFalse(FiguresTests.text(large).contains("0.98"));
        assertEquals(Size.page(1).widthPoints(), large.size().widthPoints());
        assertTrue(large.size().heightPoints() < 9 * 72, "it fits a page: " + large.size());
        assertTrue(FiguresTests.text(large).contains("platform_26"));
        assertTrue(large.caption().contains("27 platforms"), large.caption());
    }

    @Test
    void whatWasNotFoundIsNoNumber() throws IOException {
        DeviceHeatMap none = new DeviceHeatMap(
                new LatencyMatrix(List.of("a", "b"), new double[][] {{0.9, Double.NaN}, {1.2, 0.9}}), "");
        String text = FiguresTests.text(none);
        assertTrue(text.contains("–") && !text.contains("NaN"), text);
    }

    @Test
    void theDarkerTheSlowerAndTheHueTurnsAtTheLimit() {
        LimitColors colors = LimitColors.of(matrix(9).matrix());
        double before = 256;
        for (double ratio = colors.range().getLowerBound();
                ratio < colors.range().getUpperBound();
                ratio += 0.01) {
            Color color = colors.at(ratio);
            double lightness = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
            assertTrue(lightness < before + 1e-9, "at " + ratio);
            before = lightness;
            assertEquals(ratio <= 1, color.getBlue() > color.getRed(), "at " + ratio);
        }
        assertTrue(colors.range().contains(0.9) && colors.range().contains(1.1));
    }

    @Test
    void aFigureIsOfTheFormatThatItsFileEndsWith() {
        assertEquals(Format.PDF, Format.of(Path.of("a.svg", "b.PDF")));
        String message = assertThrows(IllegalArgumentException.class, () -> Format.of(Path.of("figure.jpg")))
                .getMessage();
        assertTrue(message.endsWith(".svg, .pdf, .png or .tex, but was 'figure.jpg'"), message);
    }
}
