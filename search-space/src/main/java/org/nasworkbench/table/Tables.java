package org.nasworkbench.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Genotype;
import org.nasworkbench.table.TableDefinition.Score;

/** Loads tables. */
public final class Tables {
    private Tables() {}

    /**
     * Loads a table.
     *
     * @param source where its rows are
     * @param more a file with further columns, joined by the genotype's column
     * @throws InvalidTableException listing every bad row
     */
    public static ColumnTable load(TableDefinition definition, TableSource source, Optional<TableSource> more) {
        RawTable raw = raw(definition, source, more, definition.numbers());
        return table(definition, raw, source.toString());
    }

    /**
     * Columns of numbers as they stand, row by row.
     *
     * @return the columns by name, [rows]; NaN where a cell is empty
     * @throws InvalidTableException listing every bad row
     */
    public static Map<String, double[]> numbers(
            TableDefinition definition, TableSource source, Optional<TableSource> more, List<String> columns) {
        Map<String, Bounds> wanted = new TreeMap<>();
        columns.forEach(column -> wanted.put(column, Bounds.of(TableDefinition.Unit.RANGE)));
        return raw(definition, source, more, wanted).numbers();
    }

    private static RawTable raw(
            TableDefinition definition, TableSource source, Optional<TableSource> more, Map<String, Bounds> wanted) {
        List<String> words = TableReader.columns(definition.genotype());
        if (more.isEmpty()) {
            return TableReader.read(source, words, wanted);
        }
        List<String> ours = TableReader.header(source);
        List<String> theirs = TableReader.header(more.get());
        Map<String, Bounds> here = new TreeMap<>(wanted);
        Map<String, Bounds> there = new TreeMap<>(wanted);
        there.keySet().removeIf(column -> ours.contains(column) || !theirs.contains(column));
        here.keySet().removeAll(there.keySet());
        return TableReader.read(source, words, here).with(TableReader.read(more.get(), words, there), words.get(0));
    }

    private static ColumnTable table(TableDefinition definition, RawTable raw, String file) {
        SearchSpace whole = space(definition, raw);
        List<Architecture> rows = architectures(definition.genotype(), whole, raw, file);
        boolean complete = whole.size().equals(BigInteger.valueOf(rows.size()));
        SearchSpace space = complete ? whole : new ListedSpace(whole, rows);
        Score score = definition.score();
        Scale scale = Scale.of(definition, raw);
        List<ColumnTable.Level> levels = new ArrayList<>();
        score.shorter()
                .forEach((epochs, column) -> levels.add(new ColumnTable.Level(
                        epochs, (double) epochs / score.epochs(), scale.fractions(List.of(column)))));
        List<String> runs = score.runs().isEmpty() ? List.of(score.column()) : score.runs();
        levels.add(new ColumnTable.Level(score.epochs(), 1, scale.fractions(runs)));
        Map<String, double[]> reports = new LinkedHashMap<>();
        definition.report().forEach(column -> reports.put(column, scale.fractions(List.of(column))[0]));
        return new ColumnTable(
                space,
                rows,
                levels,
                seconds(definition, raw, file),
                definition.seconds().besides(),
                definition.latency().map(raw.numbers()::get),
                reports);
    }

    private static SearchSpace space(TableDefinition definition, RawTable raw) {
        Genotype genotype = definition.genotype();
        if (genotype instanceof Genotype.Known known) {
            return known.space();
        }
        if (genotype instanceof Genotype.Text text) {
            return TableSpace.ofTexts(definition.name(), raw.words().get(text.column()));
        }
        List<String> columns = ((Genotype.Choices) genotype).columns();
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < raw.rows(); row++) {
            rows.add(words(raw, columns, row));
        }
        return TableSpace.ofWords(definition.name(), columns, rows);
    }

    /** What each row is about. @throws InvalidTableException listing the rows that the space cannot read */
    static List<Architecture> architectures(Genotype genotype, SearchSpace space, RawTable raw, String file) {
        List<String> columns = TableReader.columns(genotype);
        List<Architecture> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int row = 0; row < raw.rows(); row++) {
            try {
                rows.add(space.parse(String.join("|", words(raw, columns, row))));
            } catch (IllegalArgumentException e) {
                problems.add("line " + raw.lines()[row] + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidTableException(file, problems);
        }
        return rows;
    }

    private static List<String> words(RawTable raw, List<String> columns, int row) {
        return columns.stream().map(column -> raw.words().get(column).get(row)).toList();
    }

    /** Seconds of the full training. @throws InvalidTableException if there is a column of them and none is above 0 */
    private static double[] seconds(TableDefinition definition, RawTable raw, String file) {
        Optional<String> column = definition.seconds().column();
        double[] seconds = new double[raw.rows()];
        if (column.isEmpty()) {
            Arrays.fill(seconds, definition.seconds().plus());
            return seconds;
        }
        double[] recorded = raw.numbers().get(column.get());
        if (Arrays.stream(recorded).noneMatch(number -> number > 0)) {
            throw new InvalidTableException(
                    file, List.of("seconds must be above 0 in some row, but " + column.get() + " has none"));
        }
        return recorded;
    }
}
