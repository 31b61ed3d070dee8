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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.results.StudyResults;

class FigureFilesTests {
    private final StudyResults study =
            new SyntheticStudy(3).with(SyntheticStudy.STRATEGIES, 2, 24).results();

    @TempDir
    Path folder;

    static List<Figure> figures() {
        return Figures.all();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void sameResultsGiveTheSameSvgAndPdf(Figure figure) throws IOException {
        assertArrayEquals(SvgDrawing.file(figure, study), SvgDrawing.file(figure, study));
        assertArrayEquals(PdfDrawing.file(figure, study), PdfDrawing.file(figure, study));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void anotherLocaleAndTimeZoneChangeNothing(Figure figure) throws IOException {
        byte[] svg = SvgDrawing.file(figure, study);
        byte[] pdf = PdfDrawing.file(figure, study);
        String caption = figure.caption(study);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertArrayEquals(svg, SvgDrawing.file(figure, study));
            assertArrayEquals(pdf, PdfDrawing.file(figure, study));
            assertEquals(caption, figure.caption(study));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void filesReplaceOlderOnesAndNothingElseIsLeft(Figure figure) throws IOException {
        Path older = folder.resolve(figure.name() + ".svg");
        Files.writeString(older, "older");
        List<Path> written = FigureFiles.write(figure, study, folder, EnumSet.allOf(Format.class));
        assertEquals(3, written.size());
        try (var files = Files.list(folder)) {
            assertEquals(Set.copyOf(written), Set.copyOf(files.toList()));
        }
        assertTrue(Files.readString(older).startsWith("<?xml"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void svgIsWellFormedAndNeedsNoFontAndNoOtherFile(Figure figure) throws Exception {
        byte[] svg = SvgDrawing.file(figure, study);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        String text = new String(svg, StandardCharsets.UTF_8);
        assertFalse(text.contains("<text"));
        assertFalse(text.contains("Dialog"), "a logical font depends on the machine");
        assertFalse(text.contains("href"));
        assertFalse(text.contains("<image"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void pngHas600DotsAnInchOnWhite(Figure figure) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngDrawing.file(figure, study)));
        assertEquals(figure.size(study).widthPoints() / 72 * 600, image.getWidth(), 1);
        assertEquals(figure.size(study).heightPoints() / 72 * 600, image.getHeight(), 1);
        assertEquals(0xFFFFFFFF, image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
    }
}
