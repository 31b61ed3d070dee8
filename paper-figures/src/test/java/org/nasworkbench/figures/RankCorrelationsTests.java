package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.CorrelationTable;
import org.nasworkbench.results.CorrelationTable.Row;

class RankCorrelationsTests {
    /** Columns whose taus rise with their numbers, the first of them below 0. */
    static RankCorrelations columns(int count) {
        List<Row> rows = IntStream.range(0, count)
                .mapToObj(i -> new Row(
                        "column-" + (char) ('a' + i % 26) + i / 26,
                        100 + i,
                        -0.1 + 0.8 * i / count,
                        -0.2 + 0.8 * i / count,
                        0.8 * i / count,
                        -0.1 + i / (double) count,
                        -0.2 + i / (double) count,
                        i / (double) count))
                .toList();
        return new RankCorrelations("rank-correlations", new CorrelationTable("Columns", "latency", rows));
    }

    @Test
    void everyColumnHasARowFromTheHighestTauDown() throws IOException {
        String text = FiguresTests.text(columns(27));
        List<Integer> places = columns(27).table().rows().stream()
                .map(row -> text.indexOf(row.label()))
                .toList();
        assertFalse(places.contains(-1), text);
        assertEquals(places.stream().sorted((a, b) -> b - a).toList(), places);
    }

    @Test
    void rowsTakeHeightAndNoWidthAndStayApartAtTheirLettersSize() {
        double each = (columns(27).size().heightPoints() - columns(6).size().heightPoints()) / 21;
        assertTrue(each >= Lettering.SMALL.getSize2D() * 1.3, each + " points a row");
        assertEquals(Size.column().widthPoints(), columns(27).size().widthPoints());
    }

    @Test
    void theAxisStartsAtZeroOrBelowTheLowestIntervalAndEndsAtOne() throws IOException {
        assertTrue(FiguresTests.text(columns(6)).contains("-0.2"));
        Row row = new Row("one", 9, 0.5, 0.4, 0.6, 0.7, 0.6, 0.8);
        String text =
                FiguresTests.text(new RankCorrelations("one", new CorrelationTable("One", "a target", List.of(row))));
        assertTrue(text.contains("0.0") && text.contains("1.0") && !text.contains("-0."), text);
        assertTrue(text.contains("Rank correlation with a target"), text);
    }

    @Test
    void theCaptionNamesTargetCoefficientsAndNumbersOfNetworks() {
        String caption = columns(6).caption();
        for (String part : List.of("with latency", "Kendall", "Spearman", "95 %", "n = 100 to 105")) {
            assertTrue(caption.contains(part), caption);
        }
    }

    @Test
    void aTableWithoutRowsSaysSo() throws IOException {
        assertTrue(FiguresTests.text(columns(0)).contains("nothing to compare"));
    }
}
