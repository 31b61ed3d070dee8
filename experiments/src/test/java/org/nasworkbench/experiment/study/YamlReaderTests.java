package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTests {
    private final List<Problem> problems = new ArrayList<>();

    private Optional<YamlDocument> read(String text) {
        return YamlReader.read(text, "a.yaml", problems);
    }

    private List<String> messages() {
        return problems.stream().map(Problem::toString).toList();
    }

    @Test
    void everyKeyThatIsThereTwiceIsNamed() {
        read("""
                a: 1
                b:
                  c: {d: 1, d: 2}
                  c: {e: 1, e: 2}
                'a': 3
                a: 4
                """);
        assertEquals(
                List.of(
                        "a.yaml:3:13 b.c.d: must not be there twice; first on line 3",
                        "a.yaml:4:13 b.c.e: must not be there twice; first on line 4",
                        "a.yaml:4:3 b.c: must not be there twice; first on line 3",
                        "a.yaml:5:1 a: must not be there twice; first on line 1",
                        "a.yaml:6:1 a: must not be there twice; first on line 1"),
                messages());
    }

    @Test
    void theFirstOfTwoCounts() {
        assertEquals(1, read("a: 1\na: 2\n").orElseThrow().root().get("a").intValue());
    }

    @Test
    void keysAndValuesHaveTheirPlaces() {
        YamlDocument document = read("# first\na:\n  - x\n  - {b/c: 5}\n").orElseThrow();
        JsonPointer inner = JsonPointer.compile("/a/1/b~1c");
        assertEquals(5, document.at(inner).intValue());
        assertEquals(new Place("a.yaml", 4, 6), document.key(inner));
        assertEquals(new Place("a.yaml", 4, 11), document.value(inner));
        assertEquals(new Place("a.yaml", 3, 5), document.key(JsonPointer.compile("/a/0")));
        assertEquals(new Place("a.yaml", 4, 11), document.value(inner.appendProperty("deeper")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "NULL",
            value = {
                "no, STRING, no",
                "yes, STRING, yes",
                "012, STRING, 012",
                "0x1F, NUMBER, 31",
                "1e-4, NUMBER, 1.0E-4",
                "3.0, NUMBER, 3",
                ".5, NUMBER, 0.5",
                "12345678901234567890, NUMBER, 12345678901234567890",
                "1e999, STRING, 1e999",
                ".nan, STRING, .nan",
                "1_000, STRING, 1_000",
                "12:30, STRING, 12:30",
                "True, BOOLEAN, true",
                "~, NULL, null",
                "!!int x, STRING, x",
                "!!str 5, STRING, 5",
                "2024-01-01, STRING, 2024-01-01"
            })
    void scalarsAreThoseOfYaml12(String yaml, String type, String text) {
        JsonNode value = read("a: " + yaml + "\n").orElseThrow().root().get("a");
        assertEquals(type == null ? "NULL" : type, value.getNodeType().name());
        assertEquals(text, value.asText());
    }

    @Test
    void aMistakeInYamlIsNamedWithItsPlace() {
        read("a: 1\nb: c: 2\n");
        read("a:\n\t- 1\n");
        read("a: [1, 2\nb: 3\n");
        read("a: 1\n---\nb: 2\n");
        read("a: \u0007\n");
        read("a: \"x\n");
        read("a: *b\n");
        assertEquals(
                List.of(
                        "a.yaml:2:5 YAML: must be well-formed: mapping values are not allowed here;"
                                + " text that holds ': ' needs quotes",
                        "a.yaml:2:1 YAML: must be well-formed: a tab cannot stand here; indent with spaces",
                        "a.yaml:2:2 YAML: must be well-formed: expected ',' or ']', but got :;"
                                + " while parsing a flow sequence that begins on line 1",
                        "a.yaml:2:1 YAML: must be well-formed: a second document begins here;"
                                + " a study is one document, without ---",
                        "a.yaml:1:4 YAML: must hold printable characters only, but was U+0007",
                        "a.yaml:1:1 YAML: must be well-formed: found unexpected end of stream;"
                                + " while scanning a quoted scalar that begins on line 1",
                        "a.yaml:1:4 YAML: must be well-formed: found undefined alias b;"
                                + " text that begins with * needs quotes"),
                messages());
    }

    @Test
    void aliasesAreCopiesAndMayNotGoRound() {
        JsonNode root = read("a: &x [1, 2]\nb: *x\n").orElseThrow().root();
        assertEquals(root.get("a"), root.get("b"));
        read("a: &x [1, *x]\n");
        assertEquals(List.of("a.yaml:1:4 a.1: must not contain itself"), messages());
    }

    @Test
    void aFewLinesCannotBecomeMillions() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertTrue(read(bomb.toString()).isEmpty());
        assertEquals(1, problems.size());
    }

    @Test
    void aTextThatIsNoStudyForItsLengthAloneIsNotRead() {
        assertTrue(read("# " + "9".repeat(199_996) + "\n").isPresent());
        assertEquals(List.of(), messages());
        assertTrue(read("a: [\n" + "9".repeat(200_000)).isEmpty());
        assertEquals(List.of("a.yaml:1:1 YAML: must be at most 200000 characters long, but was 200005"), messages());
    }

    @Test
    void keysMustBeWords() {
        read("[a, b]: 1\n");
        assertEquals(List.of("a.yaml:1:1 study: must have words as keys"), messages());
    }

    @Test
    void anEmptyTextIsNothing() {
        assertTrue(read("# nothing\n").orElseThrow().root().isNull());
        assertEquals(
                List.of("toy.yaml:1:1 study: must be keys with values, but was nothing"),
                Studies.messages("# nothing"));
    }
}
