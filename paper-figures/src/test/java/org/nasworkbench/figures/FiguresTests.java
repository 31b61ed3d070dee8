package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.results.StudyResults;

class FiguresTests {
    static Stream<Arguments> figuresAndStudies() {
        List<String> all = SyntheticStudy.STRATEGIES;
        List<String> many =
                IntStream.range(0, 14).mapToObj(i -> "strategy-" + i).toList();
        return Stream.of(
                        Named.of("usual", SyntheticStudy.usual()),
                        Named.of(
                                "one seed",
                                new SyntheticStudy(2).with(all, 1, 24).results()),
                        Named.of(
                                "one trial",
                                new SyntheticStudy(2).failing(0).with(all, 1, 1).results()),
                        Named.of(
                                "one strategy",
                                new SyntheticStudy(2)
                                        .with(List.of("reinforce"), 3, 24)
                                        .results()),
                        Named.of(
                                "no finals",
                                new SyntheticStudy(2)
                                        .withoutFinals()
                                        .with(all, 2, 24)
                                        .results()),
                        Named.of(
                                "idle for long",
                                new SyntheticStudy(2).idle(1e6).with(all, 2, 24).results()),
                        Named.of(
                                "one strategy failed throughout",
                                new SyntheticStudy(2)
                                        .with(List.of("random-search"), 2, 24)
                                        .failing(1)
                                        .with(List.of("reinforce"), 2, 24)
                                        .results()),
                        Named.of(
                                "all failed",
                                new SyntheticStudy(2).failing(1).with(all, 1, 2).results()),
                        Named.of(
                                "many strategies",
                                new SyntheticStudy(2).with(many, 1, 5).results()),
                        Named.of(
                                "sampling alone",
                                new SyntheticStudy(2)
                                        .with(all.subList(0, 1), 1, 9)
                                        .results()),
                        Named.of("table without latency", SyntheticStudy.table()),
                        Named.of("nothing yet", new SyntheticStudy(2).results()))
                .flatMap(study -> ofSearches().map(figure -> Arguments.of(Named.of(figure.name(), figure), study)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("figuresAndStudies")
    void everyFigureOfEveryStudyNamesEveryStrategy(Figure figure, StudyResults study) throws IOException {
        String text = text(figure, study);
        study.runs().forEach(run -> assertTrue(text.contains(run.strategy()), text));
        assertFalse(figure.caption(study).isBlank());
        assertFalse(text.contains("NaN"), text);
    }

    @Test
    void axesHaveUnits() throws IOException {
        assertTrue(text(new QualityLatency(), SyntheticStudy.usual()).contains("Predicted latency (ms"));
        assertTrue(text(new BestSoFar(), SyntheticStudy.usual()).contains("Measured device time (min)"));
        assertTrue(text(new CostByCategory(), SyntheticStudy.usual()).contains("Device time (min)"));
        assertTrue(text(new CostByCategory(), SyntheticStudy.usual()).contains("Projected cost ($"));
    }

    @Test
    void longAndForeignNamesAreFittedAndDrawn() throws IOException {
        String name = "a-strategy-with-a-name-that-is-much-longer-than-any-column-of-any-paper-\u65e5\u672c\u0001";
        for (Figure figure : ofSearches().toList()) {
            String text =
                    text(figure, new SyntheticStudy(1).with(List.of(name), 1, 3).results());
            assertTrue(text.contains("a-strategy-with"), text);
        }
    }

    /** All but those of supernets and of chains of blocks alone. */
    private static Stream<Figure> ofSearches() {
        return Figures.all().stream()
                .filter(figure -> !(figure instanceof SupernetFidelity
                        || figure instanceof FoundNetworks
                        || figure instanceof SupernetHealth
                        || figure instanceof OptionProbabilities));
    }

    static String text(Figure figure, StudyResults study) throws IOException {
        return text(figure.of(study));
    }

    static String text(Drawing drawing) throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfDrawing.file(drawing))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
