package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.latency.Platforms;
import org.nasworkbench.space.BlockFamily;
import org.nasworkbench.space.Decoder;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.table.KnownTables;
import org.nasworkbench.table.TableDefinition;
import org.nasworkbench.work.TrainingProtocol;

class StudySchemaTests {
    /** Every key of the format, in order; entries of lists have the index 0. */
    static List<JsonPointer> keys() {
        List<JsonPointer> keys = new ArrayList<>();
        collect(JsonPointer.empty(), keys);
        return keys;
    }

    private static void collect(JsonPointer at, List<JsonPointer> keys) {
        for (String key : StudySchema.keys(at)) {
            JsonPointer inner = at.appendProperty(key);
            keys.add(inner);
            collect(inner, keys);
            if (StudySchema.at(inner).has("items")) {
                collect(inner.appendIndex(0), keys);
            }
        }
    }

    @Test
    void thereAreKeys() {
        assertTrue(keys().size() > 40, keys()::toString);
        assertTrue(keys().contains(JsonPointer.compile("/strategies/0/type")));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyIsExplainedAndHasAnExample(JsonPointer key) {
        JsonNode schema = StudySchema.at(key);
        assertTrue(schema.path("description").asText().endsWith("."), key::toString);
        assertTrue(schema.path("examples").size() > 0, key::toString);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void defaultsAndExamplesKeepTheRules(JsonPointer key) {
        var validator = StudySchema.validator(StudySchema.at(key));
        List<JsonNode> values = new ArrayList<>();
        StudySchema.at(key).path("examples").forEach(values::add);
        if (StudySchema.at(key).has("default")) {
            values.add(StudySchema.at(key).get("default"));
        }
        for (JsonNode value : values) {
            assertTrue(validator.validate(value).isEmpty(), () -> key + " " + value);
        }
    }

    @Test
    void theSchemaIsOneByTheRulesOfItsDraft() throws Exception {
        var draft = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), List.copyOf(draft.validate(new ObjectMapper().readTree(StudySchema.text()))));
    }

    @Test
    void wordsAreThoseOfTheCode() {
        assertEquals(StudySchema.spaces(), words("/space/name", "examples"));
        assertTrue(StudySchema.spaces().containsAll(SearchSpaces.names()));
        assertTrue(StudySchema.spaces().containsAll(KnownTables.names()));
        assertEquals(Platforms.names(), words("/latency/platform", "examples"));
        assertEquals(names(Objective.Form.values()), words("/objective/form"));
        assertEquals(names(BlockFamily.values()), words("/space/family"));
        assertEquals(
                Stream.of(Decoder.values())
                        .map(decoder -> decoder.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                words("/space/decoder"));
        assertEquals(names(TrainingProtocol.Optimizer.values()), words("/training/optimizer"));
        assertEquals(names(TrainingProtocol.Schedule.values()), words("/training/schedule"));
        assertEquals(names(TableDefinition.Unit.values()), words("/score/unit"));
        assertEquals(names(TableDefinition.Direction.values()), words("/score/direction"));
        assertFalse(words("/task/name").isEmpty());
    }

    private static List<String> words(String pointer) {
        return words(pointer, "enum");
    }

    private static List<String> words(String pointer, String keyword) {
        List<String> words = new ArrayList<>();
        StudySchema.at(JsonPointer.compile(pointer)).path(keyword).forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
