package org.nasworkbench.figures.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Writes JSON for a page: numbers with six digits, null where there is none, and no character that means something to a browser. */
final class JsonNumbers {
    private static final MathContext SHOWN = new MathContext(6);

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    JsonNumbers() {
        try {
            json = new JsonFactory().createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something written to memory. */
    private interface Write {
        void run() throws IOException;
    }

    private JsonNumbers written(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    JsonNumbers object() {
        return written(json::writeStartObject);
    }

    JsonNumbers object(String name) {
        return written(() -> json.writeObjectFieldStart(name));
    }

    JsonNumbers endObject() {
        return written(json::writeEndObject);
    }

    JsonNumbers array(String name) {
        return written(() -> json.writeArrayFieldStart(name));
    }

    JsonNumbers endArray() {
        return written(json::writeEndArray);
    }

    JsonNumbers text(String name, String value) {
        return written(() -> json.writeStringField(name, value));
    }

    JsonNumbers number(String name, double value) {
        return written(() -> json.writeFieldName(name)).number(value);
    }

    JsonNumbers flag(String name, boolean value) {
        return written(() -> json.writeBooleanField(name, value));
    }

    JsonNumbers numbers(String name, Collection<Double> values) {
        array(name);
        values.forEach(this::number);
        return endArray();
    }

    JsonNumbers texts(String name, Collection<String> values) {
        array(name);
        values.forEach(value -> written(() -> json.writeString(value)));
        return endArray();
    }

    /** A column of numbers of some rows. */
    <T> JsonNumbers column(String name, List<T> rows, Function<T, OptionalDouble> value) {
        array(name);
        rows.forEach(row -> number(value.apply(row).orElse(Double.NaN)));
        return endArray();
    }

    private JsonNumbers number(double value) {
        return written(() -> {
            if (!Double.isFinite(value)) {
                json.writeNull();
            } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                json.writeNumber((long) value);
            } else {
                json.writeNumber(new BigDecimal(value).round(SHOWN).doubleValue());
            }
        });
    }

    /** All that was written. */
    @Override
    public String toString() {
        written(json::flush);
        return text.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
