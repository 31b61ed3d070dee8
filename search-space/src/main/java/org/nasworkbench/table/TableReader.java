package org.nasworkbench.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.nasworkbench.space.Nearest;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Bounds.Kind;
import org.nasworkbench.table.TableDefinition.Genotype;

/**
 * Reads the columns that a definition asks for from comma-separated text with a header, gzipped or not. Everything that is wrong is
 * found before anything is said: every bad row is listed.
 */
final class TableReader {
    /** What stands for a missing number. */
    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "nan", "null", "-");

    private final Flaws flaws;

    private TableReader(Flaws flaws) {
        this.flaws = flaws;
    }

    /** The names in a table's header. */
    static List<String> header(TableSource source) {
        return read(source, CommentStrategy.NONE, reader -> reader::header);
    }

    /**
     * The columns of a table.
     *
     * @param words columns that hold words
     * @param numbers columns that hold numbers
     * @throws InvalidTableException listing every bad row
     */
    static RawTable read(TableSource source, List<String> words, Map<String, Bounds> numbers) {
        return read(source, CommentStrategy.NONE, reader -> rows -> reader.read(rows, words, numbers));
    }

    /** The same of a file in which lines that begin with # are no rows. */
    static RawTable readBelowFacts(TableSource source, List<String> words, Map<String, Bounds> numbers) {
        return read(source, CommentStrategy.SKIP, reader -> rows -> reader.read(rows, words, numbers));
    }

    private static <T> T read(
            TableSource source,
            CommentStrategy comments,
            Function<TableReader, Function<Iterator<CsvRecord>, T>> what) {
        TableReader reader = new TableReader(new Flaws(source.toString()));
        try (InputStream in = unzipped(source.open());
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .commentStrategy(comments)
                        .ofCsvRecord(in)) {
            return what.apply(reader).apply(rows.iterator());
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            String rule = "a table must be readable to its end, but is not: ";
            throw new InvalidTableException(source.toString(), List.of(rule + why.getMessage()));
        }
    }

    /** The names of the columns of words that a genotype needs. */
    static List<String> columns(Genotype genotype) {
        if (genotype instanceof Genotype.Choices choices) {
            return choices.columns();
        }
        return List.of(genotype instanceof Genotype.Known known ? known.column() : ((Genotype.Text) genotype).column());
    }

    /** The text behind a stream: gzip is known by its first two bytes. */
    private static InputStream unzipped(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private List<String> header(Iterator<CsvRecord> rows) {
        if (!rows.hasNext()) {
            flaws.add("a table must have a header, but the file is empty");
            flaws.refuse();
        }
        return rows.next().getFields();
    }

    private RawTable read(Iterator<CsvRecord> rows, List<String> words, Map<String, Bounds> numbers) {
        List<String> header = header(rows);
        words.forEach(column -> require(header, column));
        numbers.keySet().forEach(column -> require(header, column));
        flaws.refuse();
        Map<String, List<String>> texts = new TreeMap<>();
        words.forEach(column -> texts.put(column, new ArrayList<>()));
        Map<String, List<Double>> values = new TreeMap<>();
        numbers.keySet().forEach(column -> values.put(column, new ArrayList<>()));
        List<Integer> lines = new ArrayList<>();
        Map<List<String>, Long> seen = new HashMap<>();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (row.getFieldCount() != header.size()) {
                flaws.add(
                        row.getStartingLineNumber(),
                        "must have " + header.size() + " cells, but has " + row.getFieldCount());
                continue;
            }
            List<String> key = words.stream()
                    .map(column -> row.getField(header.indexOf(column)).strip())
                    .toList();
            checkKey(row, words, key, seen);
            for (int i = 0; i < words.size(); i++) {
                texts.get(words.get(i)).add(key.get(i));
            }
            Map<String, String> cells = new TreeMap<>();
            numbers.keySet()
                    .forEach(column -> cells.put(
                            column, row.getField(header.indexOf(column)).strip()));
            checkSeconds(row, numbers, cells);
            numbers.forEach((column, bounds) -> values.get(column).add(number(row, column, cells.get(column), bounds)));
            lines.add((int) row.getStartingLineNumber());
        }
        if (lines.isEmpty() && flaws.isEmpty()) {
            flaws.add("a table must have rows, but has none");
        }
        flaws.refuse();
        Map<String, double[]> columns = new TreeMap<>();
        values.forEach((column, list) -> columns.put(
                column, list.stream().mapToDouble(Double::doubleValue).toArray()));
        return new RawTable(
                texts, columns, lines.stream().mapToInt(line -> line).toArray());
    }

    private void checkKey(CsvRecord row, List<String> words, List<String> key, Map<List<String>, Long> seen) {
        for (int i = 0; i < words.size(); i++) {
            if (key.get(i).isEmpty() || words.size() > 1 && key.get(i).contains("|")) {
                flaws.add(
                        row.getStartingLineNumber(),
                        words.get(i) + " must be a word without bars, but was '" + key.get(i) + "'");
            }
        }
        Long before = seen.putIfAbsent(key, row.getStartingLineNumber());
        if (before != null) {
            flaws.add(
                    row.getStartingLineNumber(),
                    "must be about another architecture than line " + before + ", but is about '"
                            + String.join("|", key) + "' too");
        }
    }

    private void checkSeconds(CsvRecord row, Map<String, Bounds> numbers, Map<String, String> cells) {
        boolean scored = numbers.entrySet().stream()
                .anyMatch(
                        entry -> entry.getValue().kind() == Kind.SCORE && !MISSING.contains(cells.get(entry.getKey())));
        numbers.forEach((column, bounds) -> {
            if (scored && bounds.kind() == Kind.SECONDS && MISSING.contains(cells.get(column))) {
                flaws.add(
                        row.getStartingLineNumber(),
                        column + " must be " + bounds.rule() + " where there is a score, but is missing");
            }
        });
    }

    private double number(CsvRecord row, String column, String text, Bounds bounds) {
        if (MISSING.contains(text)) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            if (bounds.holds(number)) {
                flaws.countGood(column);
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of bounds
        }
        flaws.addBad(row.getStartingLineNumber(), column, bounds.rule(), text);
        return Double.NaN;
    }

    private void require(List<String> header, String column) {
        int first = header.indexOf(column);
        if (first < 0) {
            flaws.add(
                    1,
                    "there must be a column " + column + ", but there are " + header + "; did you mean '"
                            + Nearest.word(column, header) + "'?");
        } else if (first != header.lastIndexOf(column)) {
            flaws.add(1, "columns must have different names, but " + column + " is there twice");
        }
    }
}
