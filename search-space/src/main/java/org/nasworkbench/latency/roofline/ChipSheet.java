package org.nasworkbench.latency.roofline;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nasworkbench.space.Nearest;

/**
 * Chips and what is known about each: a CSV file with a row for each number, {@code chip,quantity,value,source}. A value is blank
 * where none was found; every other has its source. A line that begins with # is a comment.
 */
final class ChipSheet {
    /** The word for the sheet that comes with the workbench. */
    static final String SHIPPED = "shipped";

    private static final List<String> HEADER = List.of("chip", "quantity", "value", "source");

    private final String origin;
    private final Map<String, Map<String, Double>> chips = new TreeMap<>();

    private ChipSheet(String origin) {
        this.origin = origin;
    }

    /**
     * Reads a sheet.
     *
     * @param sheet path of a file, or {@value #SHIPPED}
     * @throws IllegalArgumentException naming the line that is wrong
     */
    static ChipSheet read(String sheet) {
        ChipSheet read = new ChipSheet(sheet);
        try (InputStream in = open(sheet);
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofCsvRecord(in)) {
            read.addAll(rows.iterator());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("a sheet of chips must be there, but " + sheet + " is not", e);
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "a sheet of chips must be readable to its end, but " + sheet + " is not: " + e.getMessage(), e);
        }
        return read;
    }

    /**
     * A chip by name.
     *
     * @param name may be empty for a sheet of one chip
     */
    Chip chip(String name) {
        List<String> names = List.copyOf(chips.keySet());
        String chosen = name.isEmpty() && names.size() == 1 ? names.get(0) : name;
        if (!chips.containsKey(chosen)) {
            throw new IllegalArgumentException("chip must be one of " + names + " (sheet " + origin + "), but was '"
                    + name + "'" + (name.isEmpty() ? "" : "; did you mean '" + Nearest.word(name, names) + "'?"));
        }
        return new Chip(chosen, chips.get(chosen));
    }

    private static InputStream open(String sheet) throws IOException {
        return sheet.equals(SHIPPED)
                ? ChipSheet.class.getResourceAsStream("chips.csv")
                : Files.newInputStream(Path.of(sheet));
    }

    private void addAll(Iterator<CsvRecord> rows) {
        List<String> header = rows.hasNext() ? rows.next().getFields() : List.of();
        if (!header.equals(HEADER)) {
            throw new IllegalArgumentException("a sheet of chips must begin with " + String.join(",", HEADER) + ", but "
                    + origin + " begins with " + String.join(",", header));
        }
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            try {
                add(row.getFields());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        e.getMessage() + " (" + origin + ":" + row.getStartingLineNumber() + ")", e);
            }
        }
        if (chips.isEmpty()) {
            throw new IllegalArgumentException("a sheet must hold at least one chip, but " + origin + " holds none");
        }
    }

    private void add(List<String> cells) {
        if (cells.size() != HEADER.size()) {
            throw new IllegalArgumentException("a row must have " + HEADER.size() + " cells, but has " + cells.size());
        }
        String quantity = cells.get(1).strip();
        if (!quantities().contains(quantity)) {
            throw new IllegalArgumentException("a quantity must be one of " + quantities() + ", but was '" + quantity
                    + "'; did you mean '" + Nearest.word(quantity, quantities()) + "'?");
        }
        Map<String, Double> chip = chips.computeIfAbsent(cells.get(0).strip(), name -> new TreeMap<>());
        String value = cells.get(2).strip();
        if (!value.isEmpty()) {
            if (cells.get(3).isBlank()) {
                throw new IllegalArgumentException("a number must have its source, but " + value + " has none");
            }
            if (chip.put(quantity, positive(value)) != null) {
                throw new IllegalArgumentException("a chip must have one number for " + quantity + ", but has two");
            }
        }
    }

    private static List<String> quantities() {
        List<String> quantities = new ArrayList<>();
        Arrays.stream(Precision.values()).map(Precision::peak).forEach(quantities::add);
        quantities.add(Chip.MEMORY);
        return quantities;
    }

    private static double positive(String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a value must be a number above 0, but was '" + text + "'");
        }
        return value;
    }
}
