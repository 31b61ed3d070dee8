package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** A paper with all of them; runs where LaTeX with pgfplots is. */
    @Test
    void laTeXReadsEverySource(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(runs(folder, "kpsewhich", "pgfplots.sty"), "there is no LaTeX with pgfplots here");
        StringBuilder paper = new StringBuilder("""
                \\documentclass{article}\\usepackage{pgfplots}\\pgfplotsset{compat=1.16}
                \\begin{document}
                """);
        for (Drawing drawing : withAxes().map(Named::getPayload).toList()) {
            Files.write(folder.resolve(drawing.name() + ".tex"), PgfDrawing.file(drawing));
            paper.append("\\input{").append(drawing.name()).append("}\\newpage\n");
        }
        Files.writeString(folder.resolve("paper.tex"), paper + "\\end{document}\n");
        boolean read = runs(folder, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex");
        assertTrue(read, () -> read(folder.resolve("log")));
        assertFalse(read(folder.resolve("log")).contains("LaTeX Warning"), () -> read(folder.resolve("log")));
    }

    private static boolean runs(Path folder, String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void textKeepsItsPlaceInAPaperWhoseFontIsWider() {
        String source = source(GoldenDrawings.all().stream()
                .filter(drawing -> drawing.name().equals("rank-correlations"))
                .findFirst()
                .orElseThrow());
        assertTrue(source.contains("\\providecommand{\\nasfont}{\\sffamily}"), source);
        assertTrue(source.contains("\\node[anchor=base east,inner sep=0pt,font=\\nasfont"), "names end at the frame");
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
