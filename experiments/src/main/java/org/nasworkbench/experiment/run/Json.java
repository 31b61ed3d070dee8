package org.nasworkbench.experiment.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** JSON for machines and people. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .registerModule(new SimpleModule()
                    .addSerializer(
                            Optional.class, new OrNull<>(Optional.class, value -> ((Optional<?>) value).orElse(null)))
                    .addSerializer(
                            OptionalInt.class,
                            new OrNull<>(OptionalInt.class, value -> value.isPresent() ? value.getAsInt() : null)));

    private Json() {}

    /** One line, keys of maps in alphabetical order. */
    public static String text(Object value) {
        return write(value, false);
    }

    /** Indented. */
    public static String pretty(Object value) {
        return write(value, true);
    }

    /** An optional is its value, or null. */
    private static final class OrNull<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;

        private final transient Function<T, Object> value;

        OrNull(Class<T> type, Function<T, Object> value) {
            super(type);
            this.value = value;
        }

        @Override
        public void serialize(T optional, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.apply(optional), out);
        }
    }

    private static String write(Object value, boolean indented) {
        try {
            return indented
                    ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value)
                    : MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a value must be writable as JSON, but " + value + " is not", e);
        }
    }
}
