package org.nasworkbench.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.nasworkbench.work.WholeFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as a CSV file (RFC 4180, line feeds, UTF-8). Tablesaw's own writer cuts blanks off the ends of text, does not double
 * quotation marks inside it, and quotes all cells or only those with a comma; here genotypes always stand in quotation marks and
 * other text where it must. Seconds have three decimals, other numbers as many as it takes to read the same number back. A missing
 * value is an empty cell.
 */
final class CsvFile {
    private static final Set<String> ALWAYS_QUOTED = Set.of("genotype", "chosen");

    private CsvFile() {}

    /** Writes the file whole or not at all: readers see the old one or the new one. */
    static void write(Table table, Path file) throws IOException {
        WholeFile.write(file, text(table));
    }

    /** The file's text. */
    static String text(Table table) {
        StringBuilder text = new StringBuilder(String.join(",", table.columnNames())).append('\n');
        for (int row = 0; row < table.rowCount(); row++) {
            StringJoiner cells = new StringJoiner(",", "", "\n");
            for (Column<?> column : table.columns()) {
                cells.add(cell(column, row));
            }
            text.append(cells);
        }
        return text.toString();
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        if (column instanceof DoubleColumn numbers) {
            double number = numbers.getDouble(row);
            return column.name().endsWith("_s") ? String.format(Locale.ROOT, "%.3f", number) : Double.toString(number);
        }
        String text = column.getUnformattedString(row);
        boolean quoted = column instanceof StringColumn && (ALWAYS_QUOTED.contains(column.name()) || mustQuote(text));
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static boolean mustQuote(String text) {
        return !text.equals(text.strip()) || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    }
}
