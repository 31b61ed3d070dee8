package org.nasworkbench.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.nasworkbench.work.WholeFile;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as JSON, a row a line. Numbers have all their digits. */
final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    static void write(Table table, Path file) throws IOException {
        WholeFile.write(file, text(table));
    }

    static String text(Table table) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (int row = 0; row < table.rowCount(); row++) {
                json.writeStartObject();
                for (Column<?> column : table.columns()) {
                    json.writeObjectField(column.name(), column.isMissing(row) ? null : column.get(row));
                }
                json.writeEndObject();
            }
        }
        return table.isEmpty() ? "" : text + "\n";
    }
}
