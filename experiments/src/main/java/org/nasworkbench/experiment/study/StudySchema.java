package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nasworkbench.latency.Platforms;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.table.KnownTables;

/**
 * The JSON schema (draft 2020-12) of the study format: what each key means, its type, range and default. Editors complete and
 * check studies with it; settings of strategies and platforms are not in it, since plug-ins bring their own.
 */
public final class StudySchema {
    private static final JsonNode TREE = load();
    private static final JsonSchema VALIDATOR = validator(TREE);

    private StudySchema() {}

    /** The schema as JSON text, with the names of the spaces and platforms that there are. */
    public static String text() {
        return TREE.toPrettyString();
    }

    /** What a space can be called, a table of one's own aside: the search spaces and the shipped tables. */
    static List<String> spaces() {
        return Stream.concat(SearchSpaces.names().stream(), KnownTables.names().stream())
                .distinct()
                .toList();
    }

    /** What the schema says about the value at a place; a missing node where it says nothing. */
    static JsonNode at(JsonPointer pointer) {
        JsonNode schema = TREE;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            schema = schema.has("items")
                    ? schema.path("items")
                    : schema.path("properties").path(rest.getMatchingProperty());
        }
        return schema;
    }

    /** The keys of the mapping at a place. */
    static List<String> keys(JsonPointer pointer) {
        return at(pointer).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where a key would be known: at the top or one level down. */
    static List<JsonPointer> homes(String key) {
        List<JsonPointer> homes = new ArrayList<>();
        JsonPointer top = JsonPointer.empty();
        if (keys(top).contains(key)) {
            homes.add(top.appendProperty(key));
        }
        for (String group : keys(top)) {
            if (keys(top.appendProperty(group)).contains(key)) {
                homes.add(top.appendProperty(group).appendProperty(key));
            }
        }
        return homes;
    }

    /** {@code such as epochs: 5}, or nothing where the schema has no example. */
    static String example(JsonPointer pointer) {
        JsonNode example = at(pointer).path("examples").path(0);
        if (example.isMissingNode()) {
            return "";
        }
        String key = pointer.matches() || pointer.last().mayMatchElement()
                ? ""
                : pointer.last().getMatchingProperty() + ": ";
        return "such as " + key + Wording.flow(example);
    }

    static Set<ValidationMessage> validate(JsonNode study) {
        return VALIDATOR.validate(study);
    }

    private static JsonNode load() {
        try (InputStream in = StudySchema.class.getResourceAsStream("study.schema.json")) {
            JsonNode tree = new ObjectMapper().readTree(in);
            offer(tree, "/properties/space/properties/name", spaces());
            offer(tree, "/properties/latency/properties/platform", Platforms.names());
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void offer(JsonNode tree, String pointer, List<String> words) {
        words.forEach(((ObjectNode) tree.at(pointer)).putArray("examples")::add);
    }

    static JsonSchema validator(JsonNode tree) {
        JsonMetaSchema draft = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .keyword(new NonValidationKeyword("errorMessage"))
                .build();
        JsonSchemaFactory factory = JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(draft.getIri())
                .metaSchema(draft)
                .build();
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        return factory.getSchema(tree, config);
    }
}
