package org.nasworkbench.experiment.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.verify.Quotation.Numbers;
import org.nasworkbench.experiment.verify.Quotation.Rows;
import org.nasworkbench.results.FactCsv;

/**
 * A table in a document that says where its numbers are from.
 *
 * @param document where it stands
 * @param line of the mark, from 1
 * @param source the file that it quotes
 * @param meanings what rows and columns stand for, by their labels
 * @param heads of its columns
 * @param rows its cells, by line
 */
record QuotedTable(
        Path document,
        int line,
        Path source,
        Map<String, Quotation> meanings,
        List<String> heads,
        Map<Integer, List<String>> rows) {
    /** How many numbers were held against the source, and those that are not it. */
    record Outcome(int numbers, List<Mismatch> mismatches) {}

    /** @param text the lines of a Markdown table, rule included; {@code first} is the number of the first */
    static QuotedTable of(
            Path document, int line, Path source, Map<String, Quotation> meanings, List<String> text, int first) {
        if (text.size() < 3) {
            throw new IllegalArgumentException(
                    "a mark must stand right before a table, but that of " + document + ":" + line + " does not");
        }
        Map<Integer, List<String>> rows = new LinkedHashMap<>();
        for (int i = 2; i < text.size(); i++) {
            rows.put(first + i, cells(text.get(i)));
        }
        QuotedTable table = new QuotedTable(document, line, source, meanings, cells(text.get(0)), rows);
        table.requireLabels();
        return table;
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceAll("^\\||\\|$", "");
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    /** {@code squeezenas} of {@code **squeezenas** (supernet)}. */
    private static String label(String cell) {
        return cell.replaceAll("[*`]", "").replaceFirst(" \\(.*", "").strip();
    }

    private void requireLabels() {
        List<String> labels = new ArrayList<>();
        heads.forEach(head -> labels.add(label(head)));
        rows.values().forEach(row -> labels.add(label(row.get(0))));
        meanings.keySet().stream()
                .filter(label -> !labels.contains(label))
                .findFirst()
                .ifPresent(label -> {
                    throw wrong("a mark must name rows and columns of its table, but none is '" + label + "'");
                });
    }

    /** Makes the numbers again. */
    Outcome check() throws IOException {
        FactCsv csv = FactCsv.read(source);
        List<Mismatch> mismatches = new ArrayList<>();
        int numbers = 0;
        for (Map.Entry<Integer, List<String>> row : rows.entrySet()) {
            String label = label(row.getValue().get(0));
            for (int column = 1; column < Math.min(heads.size(), row.getValue().size()); column++) {
                List<Quotation> both = meanings(label, label(heads.get(column)), csv);
                Optional<Numbers> wanted = only(both, Numbers.class);
                if (wanted.isPresent() && both.size() == 2) {
                    List<Double> anew = wanted.get().of(rows(csv, both, wanted.get()));
                    numbers += anew.size();
                    compare(row.getKey(), row.getValue().get(column), anew).ifPresent(mismatches::add);
                }
            }
        }
        return new Outcome(numbers, mismatches);
    }

    /** What row and column stand for; a row that says nothing stands for those of its name, a column that says nothing for nothing. */
    private List<Quotation> meanings(String row, String column, FactCsv csv) {
        List<Quotation> both = new ArrayList<>();
        both.add(meanings.getOrDefault(row, new Rows(key(csv), row)));
        Optional.ofNullable(meanings.get(column)).ifPresent(both::add);
        return both;
    }

    /** The column of names: the one that the mark says the first column is, else the source's first. */
    private String key(FactCsv csv) {
        return meanings.get(label(heads.get(0))) instanceof Numbers named
                ? named.column()
                : csv.header().get(0);
    }

    private List<FactCsv.Row> rows(FactCsv csv, List<Quotation> both, Numbers wanted) {
        List<FactCsv.Row> rows = csv.rows();
        require(csv, wanted.column());
        for (Quotation quotation : both) {
            if (quotation instanceof Rows filter) {
                require(csv, filter.column());
                rows = rows.stream()
                        .filter(row -> row.text(filter.column()).equals(filter.value()))
                        .toList();
            }
        }
        return rows;
    }

    private void require(FactCsv csv, String column) {
        if (!csv.header().contains(column)) {
            throw wrong("a mark must name columns of its source, but " + source + " has no '" + column + "'");
        }
    }

    private <T> Optional<T> only(List<Quotation> both, Class<T> kind) {
        List<T> found = both.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() > 1) {
            throw wrong("a cell must get its numbers by its row or by its column, but has both");
        }
        return found.stream().findFirst();
    }

    private Optional<Mismatch> compare(int line, String cell, List<Double> anew) {
        List<PrintedNumber> printed = PrintedNumber.in(cell);
        if (printed.size() < anew.size()) {
            return Optional.of(new Mismatch(document, line, "'" + cell + "'", anew.toString()));
        }
        for (int i = 0; i < anew.size(); i++) {
            if (!printed.get(i).is(anew.get(i))) {
                return Optional.of(new Mismatch(
                        document, line, printed.get(i).text(), printed.get(i).like(anew.get(i))));
            }
        }
        return Optional.empty();
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " (" + document + ":" + line + ")");
    }
}
