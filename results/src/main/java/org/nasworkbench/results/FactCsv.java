package org.nasworkbench.results;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comma-separated file (RFC 4180, one row a line) with a header, below lines {@code # name: value}, which may be missing.
 *
 * @param file where it was read
 * @param facts by name
 * @param header names of columns
 */
public record FactCsv(Path file, Map<String, String> facts, List<String> header, List<Row> rows) {
    private static final Pattern FACT = Pattern.compile("# *([^:]+): *(.*)");
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,\"]*)(?:,|$)");

    public FactCsv {
        facts = new LinkedHashMap<>(facts);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** One row. */
    public record Row(FactCsv.Place place, Map<String, String> cells) {
        /** A cell's text. */
        public String text(String column) {
            return cells.get(column);
        }

        /** A cell that must be a number, or {@code NaN}. */
        public double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        column + " must be a number, but was '" + text(column) + "' (" + place + ")", e);
            }
        }

        /** A cell that must be a whole number. */
        public long whole(String column) {
            try {
                return Long.parseLong(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        column + " must be a whole number, but was '" + text(column) + "' (" + place + ")", e);
            }
        }
    }

    /** A line of a file, from 1. */
    public record Place(Path file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming what is wrong and its line
     */
    public static FactCsv read(Path file) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> header = null;
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            Place place = new Place(file, ++number);
            Matcher fact = FACT.matcher(line);
            if (header == null && fact.matches()) {
                facts.put(fact.group(1), fact.group(2));
            } else if (header == null) {
                header = cells(line, place);
            } else if (!line.isBlank()) {
                rows.add(row(header, cells(line, place), place));
            }
        }
        if (header == null) {
            throw new IllegalArgumentException(
                    "a file of comma-separated text must have a header, but " + file + " has none");
        }
        return new FactCsv(file, facts, header, rows);
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("comma-separated text must be in UTF-8, but " + file + " is not", e);
        }
    }

    private static Row row(List<String> header, List<String> cells, Place place) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException("a row must have a cell for each of " + header.size()
                    + " columns, but has " + cells.size() + " (" + place + ")");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            named.put(header.get(i), cells.get(i));
        }
        return new Row(place, named);
    }

    private static List<String> cells(String line, Place place) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        int from = 0;
        boolean more = true;
        while (more) {
            if (!cell.find(from) || cell.start() != from) {
                throw new IllegalArgumentException(
                        "a cell must be text without quotation marks, or stand between them, but was not (" + place
                                + ")");
            }
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            more = cell.group().endsWith(",");
            from = cell.end();
        }
        return cells;
    }
}
