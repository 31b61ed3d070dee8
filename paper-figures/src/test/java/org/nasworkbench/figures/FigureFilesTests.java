package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.results.StudyResults;

class FigureFilesTests {
    @TempDir
    Path folder;

    static Stream<Named<Drawing>> drawings() {
        StudyResults study =
                new SyntheticStudy(3).with(SyntheticStudy.STRATEGIES, 2, 24).results();
        StudyResults ranked =
                new SyntheticStudy(3).with(SyntheticStudy.STRATEGIES, 12, 5).results();
        return Stream.concat(
                        Figures.all().stream().map(figure -> figure.of(study)),
                        Stream.of(
                                new SearchCost().of(SyntheticStudy.table()),
                                new CriticalDifferenceDiagram().of(ranked),
                                new SupernetHealth().of(LearnedLogits.in(study, 4, 9)),
                                new OptionProbabilities().of(LearnedLogits.in(study, 4, 9)),
                                RankCorrelationsTests.columns(6),
                                new PredictedLatency(List.of(LatencyFiguresTests.points("here", false))),
                                new MacsLatency(List.of(
                                        LatencyFiguresTests.points("here", false),
                                        LatencyFiguresTests.points("there", false))),
                                History.shipped(),
                                NetworkDiagramTests.published(),
                                PredictionsTests.two(),
                                ProxyTasksTests.of(3),
                                LatencyFiguresTests.matrix(3),
                                LatencyFiguresTests.matrix(12)))
                .map(drawing -> Named.of(drawing.name(), drawing));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void sameResultsGiveTheSameSvgAndPdf(Drawing drawing) throws IOException {
        assertArrayEquals(SvgDrawing.file(drawing), SvgDrawing.file(drawing));
        assertArrayEquals(PdfDrawing.file(drawing), PdfDrawing.file(drawing));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void anotherLocaleAndTimeZoneChangeNothing(Drawing drawing) throws IOException {
        byte[] svg = SvgDrawing.file(drawing);
        byte[] pdf = PdfDrawing.file(drawing);
        String caption = drawing.caption();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertArrayEquals(svg, SvgDrawing.file(drawing));
            assertArrayEquals(pdf, PdfDrawing.file(drawing));
            assertEquals(caption, drawing.caption());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void filesReplaceOlderOnesAndNothingElseIsLeft(Drawing drawing) throws IOException {
        Path older = folder.resolve(drawing.name() + ".svg");
        Files.writeString(older, "older");
        List<Path> written = FigureFiles.write(drawing, folder, Format.PICTURES);
        assertEquals(3, written.size());
        try (var files = Files.list(folder)) {
            assertEquals(Set.copyOf(written), Set.copyOf(files.toList()));
        }
        assertTrue(Files.readString(older).startsWith("<?xml"));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void svgIsWellFormedAndNeedsNoFontAndNoOtherFile(Drawing drawing) throws Exception {
        byte[] svg = SvgDrawing.file(drawing);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        String text = new String(svg, StandardCharsets.UTF_8);
        assertTrue(text.contains("<title") && text.contains("<desc"), "screen readers need the caption");
        assertFalse(text.contains("<text"));
        assertFalse(text.contains("Dialog"), "a logical font depends on the machine");
        assertFalse(text.contains("href"));
        assertFalse(text.contains("<image"));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void pngHas600DotsAnInchOnWhite(Drawing drawing) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngDrawing.file(drawing)));
        assertEquals(drawing.size().widthPoints() / 72 * 600, image.getWidth(), 1);
        assertEquals(drawing.size().heightPoints() / 72 * 600, image.getHeight(), 1);
        assertEquals(0xFFFFFFFF, image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
    }
}
