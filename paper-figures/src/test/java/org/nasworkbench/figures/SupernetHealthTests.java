package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.results.LogitsHistory;
import org.nasworkbench.results.StudyResults;

/** The two figures of supernets' logits. */
class SupernetHealthTests {
    private static final List<Figure> FIGURES = List.of(new SupernetHealth(), new OptionProbabilities());

    static StudyResults learned(List<String> strategies, int blocks, int epochs) {
        StudyResults study = new SyntheticStudy(3).with(strategies, 1, 3).results();
        return LearnedLogits.in(study, blocks, epochs);
    }

    static Stream<Named<StudyResults>> studies() {
        return Stream.of(
                Named.of("two methods", learned(List.of("squeezenas", "fbnet"), 10, 16)),
                Named.of("one epoch", learned(List.of("squeezenas"), 2, 1)),
                Named.of("two epochs", learned(List.of("squeezenas"), 1, 2)),
                Named.of("published size", learned(List.of("squeezenas", "fbnet", "proxylessnas"), 22, 120)),
                Named.of(
                        "long names", learned(List.of("a-method-with-a-very-" + "long-".repeat(30) + "name"), 4, 1000)),
                Named.of(
                        "many methods",
                        learned(
                                IntStream.range(0, 9)
                                        .mapToObj(i -> "method-" + i)
                                        .toList(),
                                5,
                                30)));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void noTextCoversAnotherOrLeavesThePage(StudyResults study) throws ParserConfigurationException {
        for (Figure figure : FIGURES) {
            assertEquals(List.of(), Drawn.clashes(figure.of(study)), figure.name());
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyRunIsNamedWithItsAlarm(StudyResults study) throws IOException {
        for (Figure figure : FIGURES) {
            String text = FiguresTests.text(figure, study);
            for (LogitsHistory history : LogitsHistory.first(study)) {
                String name = history.run().strategy();
                assertTrue(text.contains(name.substring(0, Math.min(20, name.length()))), text);
                assertTrue(
                        name.length() > 60
                                || history.alarm().isEmpty()
                                || text.contains(history.run() + ": collapse alarm after epoch "
                                        + history.alarm().getAsInt() + ", "),
                        text);
            }
            assertFalse(text.contains("NaN"), text);
        }
    }

    @Test
    void aRunThatCollapsesHasALineInEveryPanelAndOthersHaveNone() throws ParserConfigurationException {
        StudyResults study = learned(List.of("squeezenas", "fbnet"), 10, 16);
        assertTrue(LogitsHistory.of(study).get(0).alarm().isPresent());
        assertTrue(LogitsHistory.of(study).get(1).alarm().isEmpty());
        assertEquals(6, alarms(new SupernetHealth(), study), "panels");
        assertEquals(10, alarms(new OptionProbabilities(), study), "blocks");
        StudyResults healthy = study.only(List.of("fbnet"));
        assertEquals(0, alarms(new SupernetHealth(), healthy) + alarms(new OptionProbabilities(), healthy));
    }

    @Test
    void eachBlockAndOptionIsNamed() throws ParserConfigurationException {
        StudyResults study = learned(List.of("squeezenas"), 10, 16);
        List<String> texts = Drawn.texts(new OptionProbabilities().of(study)).stream()
                .map(Drawn.Box::text)
                .toList();
        List<String> options = LogitsHistory.of(study).get(0).options();
        assertEquals(13, options.size());
        assertTrue(texts.containsAll(options), texts.toString());
        assertTrue(
                texts.containsAll(
                        IntStream.range(0, 10).mapToObj(Integer::toString).toList()),
                texts.toString());
    }

    @Test
    void theyBelongToStudiesWhoseLogitsLearn() {
        StudyResults without = SyntheticStudy.usual();
        StudyResults with = learned(List.of("squeezenas"), 3, 4);
        for (Figure figure : FIGURES) {
            assertFalse(figure.appliesTo(without), figure.name());
            assertTrue(figure.appliesTo(with), figure.name());
        }
    }

    /** How many lines of the alarm's colour there are, but for those of legends. */
    private static long alarms(Figure figure, StudyResults study) throws ParserConfigurationException {
        return Drawn.lines(figure.of(study)).stream()
                .filter(line -> line.color().equals(Epochs.ALARM) && line.length() > 20)
                .count();
    }
}
