package org.nasworkbench.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * A file of numbers that others published, shipped with this module. Each row says where it was read, and is marked S (read at its
 * source), D (computed from data) or M (from memory of the source, not confirmed).
 *
 * @param name of a file in {@code results/published}
 * @param marks those that it may have
 */
record PublishedFile(String name, String marks) {
    /** The shipped file's rows. */
    <T> List<T> rows(Function<Row, T> of, ColumnType... types) {
        try (InputStream in = PublishedFile.class.getResourceAsStream("published/" + name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return rows(reader, of, types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file of this form. */
    <T> List<T> rows(Reader reader, Function<Row, T> of, ColumnType... types) {
        Table table = Table.read().usingOptions(CsvReadOptions.builder(reader).columnTypes(types));
        return table.stream().map(row -> of.apply(checked(row))).toList();
    }

    /** A number that may not have been found. */
    static OptionalDouble optional(Row row, String column) {
        return row.isMissing(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(column));
    }

    private Row checked(Row row) {
        String mark = row.getString("mark");
        if (row.getString("source").isBlank() || mark.length() != 1 || !marks.contains(mark)) {
            throw new IllegalArgumentException("a published number must have a source and a mark of " + marks
                    + ", but had '" + row.getString("source") + "' and '" + mark + "' (" + name + ":"
                    + (row.getRowNumber() + 2) + ")");
        }
        return row;
    }
}
