package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a study against {@link StudySchema} and says what is wrong in the workbench's words. */
final class SchemaRules {
    private final Findings findings;

    SchemaRules(Findings findings) {
        this.findings = findings;
    }

    void check() {
        // Wrong types first: what else the schema says about such a value adds nothing.
        StudySchema.validate(findings.document().root()).stream()
                .sorted(Comparator.comparing(message -> !message.getType().equals("type")))
                .forEach(this::translate);
    }

    private void translate(ValidationMessage message) {
        JsonPointer at = JsonPointer.compile(message.getInstanceLocation().toString());
        JsonNode schema = StudySchema.at(at);
        JsonNode value = findings.document().at(at);
        switch (message.getType()) {
            case "required" -> findings.missing(at.appendProperty(message.getProperty()));
            case "additionalProperties" ->
                findings.unknown(at.appendProperty(message.getProperty()), StudySchema.keys(at));
            case "minProperties", "maxProperties" -> findings.miscounted(at, rule(schema), StudySchema.example(at));
            case "uniqueItems" -> findings.wrong(repeated(at, value), "must not be there twice", "");
            case "enum" -> findings.wrong(at, rule(schema), Wording.nearest(value.asText(), words(schema)));
            case "type" -> findings.wrong(at, rule(schema), StudySchema.example(at));
            default -> findings.wrong(at, rule(schema), value.isArray() ? StudySchema.example(at) : "");
        }
    }

    private static JsonPointer repeated(JsonPointer at, JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (!seen.add(list.get(i))) {
                return at.appendIndex(i);
            }
        }
        return at;
    }

    /** What a value must be, in words. */
    static String rule(JsonNode schema) {
        if (schema.has("errorMessage")) {
            return schema.get("errorMessage").textValue();
        }
        if (schema.has("enum")) {
            return "must be one of " + String.join(", ", words(schema));
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> "must be a whole number" + range(schema);
            case "number" -> "must be a number" + range(schema);
            case "boolean" -> "must be true or false";
            case "string" -> schema.has("minLength") ? "must be text that is not empty" : "must be text";
            case "array" -> "must be a list";
            default -> "must be keys with values";
        };
    }

    private static List<String> words(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static String range(JsonNode schema) {
        if (schema.has("minimum") && schema.has("maximum")) {
            return " from " + bound(schema, "minimum") + " to " + bound(schema, "maximum");
        }
        String low = schema.has("minimum") ? " of at least " + bound(schema, "minimum") : "";
        low += schema.has("exclusiveMinimum") ? " above " + bound(schema, "exclusiveMinimum") : "";
        String high = schema.has("maximum") ? " at most " + bound(schema, "maximum") : "";
        high += schema.has("exclusiveMaximum") ? " below " + bound(schema, "exclusiveMaximum") : "";
        return low + (low.isEmpty() || high.isEmpty() ? "" : " and") + high;
    }

    private static String bound(JsonNode schema, String keyword) {
        return schema.get(keyword).asText();
    }
}
