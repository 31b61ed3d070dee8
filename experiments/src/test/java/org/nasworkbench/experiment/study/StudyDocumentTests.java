package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.table.KnownTables;

/** {@code docs/study-format.md} says what the schema says, and its examples are read. */
class StudyDocumentTests {
    private static String document;

    @BeforeAll
    static void readDocument() throws IOException {
        document = Files.readString(Path.of(System.getProperty("basedir", "."), "..", "docs", "study-format.md"));
    }

    static List<JsonPointer> keys() {
        return StudySchemaTests.keys();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyHasItsRow(JsonPointer key) {
        assertTrue(document.contains("\n" + row(key) + "\n"), () -> "docs/study-format.md needs the row\n" + row(key));
    }

    @Test
    void everyRowIsAKey() {
        List<String> rows =
                document.lines().filter(line -> line.startsWith("| `")).toList();
        assertEquals(keys().stream().map(StudyDocumentTests::row).toList(), rows);
    }

    @Test
    void theCompleteExampleIsRead() throws InvalidStudyException {
        Study study =
                StudyReader.parse(blocks("yaml").get(0), "docs/study-format.md", Path.of("."), List.of(), providers());
        assertEquals("street-scenes-small", study.name());
        assertTrue(study.strategies().size() >= 3);
    }

    @Test
    void theExampleOfATableIsRead(@TempDir Path folder) throws IOException, InvalidStudyException {
        Files.writeString(
                folder.resolve("my-cells.csv.gz"),
                "arch,mean_acc,acc_1,acc_2,acc_e12,train_s,lat_ms,test_acc\nabc,61,60,62,40,100,3,61\n");
        Study study = StudyReader.parse(blocks("yaml").get(1), "docs/study-format.md", folder, List.of(), providers());
        assertInstanceOf(TableSpec.class, study.ground());
    }

    @Test
    void everyShippedTableIsDescribed() {
        for (String name : KnownTables.names()) {
            assertTrue(document.contains("\n| " + name + " | "), name);
        }
    }

    @Test
    void theMistakesShownAreWhatTheReaderSays() {
        String wrong = blocks("yaml").get(2);
        InvalidStudyException said = assertThrows(
                InvalidStudyException.class,
                () -> StudyReader.parse(wrong, "study.yaml", Path.of("."), List.of(), providers()));
        assertEquals(blocks("text").get(0).strip(), said.getMessage());
    }

    /** The strategies on the class path, and stand-ins for those of the example that live elsewhere. */
    private static Map<String, StrategyProvider> providers() {
        Map<String, StrategyProvider> providers = Studies.providers(
                Studies.provider(
                        "regularized-evolution",
                        Setting.integer("population", 20, 2, 1000, ""),
                        Setting.integer("sample", 5, 1, 1000, "")),
                Studies.provider("reinforce"),
                Studies.provider("squeezenas"));
        providers.putAll(Strategies.providers());
        return providers;
    }

    private static List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(document);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static String row(JsonPointer key) {
        JsonNode schema = StudySchema.at(key);
        boolean required = false;
        for (JsonNode name : StudySchema.at(key.head()).path("required")) {
            required |= name.textValue().equals(key.last().getMatchingProperty());
        }
        String preset = schema.has("default") ? "`" + Wording.flow(schema.get("default")) + "`" : "";
        String rule = SchemaRules.rule(schema).replaceFirst("^must (be )?", "");
        return "| `" + Wording.key(key) + "` | " + rule + " | " + (required ? "required" : preset) + " | "
                + schema.get("description").textValue() + " |";
    }
}
