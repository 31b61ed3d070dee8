package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.results.Published;

class PgfDrawingTests {
    static Stream<Named<Drawing>> withAxes() {
        return GoldenDrawings.all().stream()
                .filter(PgfDrawing::isFor)
                .map(drawing -> Named.of(drawing.name(), drawing));
    }

    @Test
    void figuresOfNumbersAgainstNumbersHaveSourceAndThoseOfCellsAndBlocksNone() {
        assertEquals(
                List.of(
                        "quality-latency",
                        "best-so-far",
                        "supernet-fidelity",
                        "supernet-health",
                        "search-cost",
                        "history",
                        "proxy-task",
                        "rank-correlations",
                        "predicted-latency",
                        "macs-latency"),
                withAxes().map(Named::getName).toList());
        String message = assertThrows(
                        IllegalArgumentException.class, () -> PgfDrawing.file(NetworkDiagramTests.published()))
                .getMessage();
        assertTrue(message.contains("network has none: draw it as svg or pdf"), message);
    }

    @ParameterizedTest
    @MethodSource("withAxes")
    void everySourceIsWellFormed(Drawing drawing) {
        String source = source(drawing);
        assertEquals(1, count(source, "\\begin{tikzpicture}"));
        assertTrue(source.endsWith("\\end{tikzpicture}\n"));
        assertEquals(count(source, "\\begin{axis}"), count(source, "\\end{axis}"));
        assertTrue(count(source, "\\addplot") > 0, "an axis without data is no figure");
        assertFalse(source.contains("NaN") || source.contains("Infinity"));
        int depth = 0;
        String code = source.replaceAll("(?m)^%.*$", "").replaceAll("\\\\[{}]", "");
        for (char c : code.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertTrue(depth >= 0);
        }
        assertEquals(0, depth);
        assertTrue(code.chars().allMatch(c -> c < 128), "a plain LaTeX reads it too");
    }

    @Test
    void dataAreEditableInTheAxesOwnUnits() {
        String source = source(History.shipped());
        assertEquals(2, count(source, "\\begin{axis}"));
        assertTrue(source.contains("ymode=log"));
        assertTrue(source.contains("ylabel={Top-1 error (\\%)}"), source);
        for (Published.ImageNetNetwork network : Published.shipped().imageNet()) {
            assertTrue(
                    source.contains("," + Pgf.number(network.macsMillions().orElseThrow()) + ")"), network.network());
        }
    }

    @Test
    void bandsAreFilledAndLinesKeepTheirDashes() {
        String source = source(new BestSoFar().of(SyntheticStudy.usual()));
        assertTrue(source.contains("fill opacity=0.16] coordinates"));
        assertTrue(source.contains("-- cycle;"));
        assertTrue(source.contains("dash pattern=on 4bp off 1.6bp"));
    }

    @Test
    void textIsEscaped() {
        assertEquals("50\\%", Pgf.text("50%"));
        assertEquals("a\\_b \\{c\\} $\\tau$ \\textbackslash{}input", Pgf.text("a_b {c} τ \\input"));
        assertEquals("a b", Pgf.text("a\nb"), "a comment ends at a line's end");
    }

    @Test
    void numbersAreThoseThatTexReadsWithoutTheLastDigits() {
        assertEquals("0.0001", Pgf.number(1e-4));
        assertEquals("15483.9", Pgf.number(15483.9));
        assertEquals("0.3333333333", Pgf.number(1 / 3.0));
        assertEquals("1.5e-8", Pgf.number(1.5e-8));
        assertEquals("0", Pgf.number(0));
    }

    private static String source(Drawing drawing) {
        return new String(PgfDrawing.file(drawing), StandardCharsets.UTF_8);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
