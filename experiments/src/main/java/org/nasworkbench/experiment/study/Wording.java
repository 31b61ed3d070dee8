package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nasworkbench.space.Nearest;

/** How keys and values are written in messages: one line, not too long. */
final class Wording {
    private static final int LONGEST = 60;

    private Wording() {}

    /** {@code strategies.0.population}; {@code study} for the whole. */
    static String key(JsonPointer pointer) {
        List<String> names = new ArrayList<>();
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            names.add(rest.getMatchingProperty());
        }
        return names.isEmpty() ? "study" : shortened(String.join(".", names));
    }

    /** A wrong value: text in quotes, nothing for null, lists and mappings in YAML's flow style. */
    static String value(JsonNode value) {
        if (value.isNull()) {
            return "nothing";
        }
        return value.isTextual() ? "'" + shortened(value.textValue()) + "'" : shortened(flow(value));
    }

    /** A value as one would write it on one line. */
    static String flow(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(entry -> parts.add(plain(entry.getKey()) + ": " + flow(entry.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value.isArray()) {
            value.forEach(item -> parts.add(flow(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value.isDouble() && Math.abs(value.doubleValue()) < 1 && Math.abs(value.doubleValue()) > 1e-9) {
            return new BigDecimal(value.asText()).stripTrailingZeros().toPlainString();
        }
        return value.isTextual() ? plain(value.textValue()) : value.asText();
    }

    /** {@code did you mean 'budget'?}, or nothing where no candidate is near. */
    static String nearest(String word, Collection<String> candidates) {
        return Nearest.close(word, candidates)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("");
    }

    private static String plain(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9 ._/-]*")
                ? text
                : TextNode.valueOf(text).toString();
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "\\n").replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }
}
