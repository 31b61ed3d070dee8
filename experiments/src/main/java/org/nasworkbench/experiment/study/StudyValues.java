package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The values of a checked study, with the schema's defaults where it is silent.
 *
 * @param root the study
 */
record StudyValues(JsonNode root) {
    boolean has(String pointer) {
        return !root.at(pointer).isMissingNode();
    }

    String text(String pointer) {
        return value(pointer).textValue();
    }

    Optional<String> optionalText(String pointer) {
        return Optional.ofNullable(root.at(pointer).textValue());
    }

    int integer(String pointer) {
        return value(pointer).intValue();
    }

    long whole(String pointer) {
        return value(pointer).longValue();
    }

    double number(String pointer) {
        return value(pointer).doubleValue();
    }

    boolean flag(String pointer) {
        return value(pointer).booleanValue();
    }

    /** A constant by its name in lower case. */
    <E extends Enum<E>> E word(String pointer, Class<E> type) {
        return Enum.valueOf(type, text(pointer).toUpperCase(Locale.ROOT));
    }

    OptionalInt optionalInteger(String pointer) {
        return has(pointer) ? OptionalInt.of(integer(pointer)) : OptionalInt.empty();
    }

    OptionalDouble optionalNumber(String pointer) {
        return has(pointer) ? OptionalDouble.of(number(pointer)) : OptionalDouble.empty();
    }

    /** A list of whole numbers, or all of a range. */
    List<Long> wholes(String pointer) {
        if (value(pointer).isTextual()) {
            return SeedRange.of(text(pointer)).seeds();
        }
        List<Long> list = new ArrayList<>();
        value(pointer).forEach(item -> list.add(item.longValue()));
        return list;
    }

    /** A list of texts, or the one that stands for such a list. */
    List<String> texts(String pointer) {
        if (root.at(pointer).isTextual()) {
            return List.of(text(pointer));
        }
        List<String> list = new ArrayList<>();
        root.at(pointer).forEach(item -> list.add(item.textValue()));
        return list;
    }

    private JsonNode value(String pointer) {
        return has(pointer)
                ? root.at(pointer)
                : StudySchema.at(JsonPointer.compile(pointer)).path("default");
    }
}
