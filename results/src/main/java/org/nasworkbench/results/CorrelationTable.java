package org.nasworkbench.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well each of several columns ranks networks as a target does, by Kendall's tau and by Spearman's rho.
 *
 * @param title what is compared, in a few words
 * @param target what the rows are compared with
 */
public record CorrelationTable(String title, String target, List<Row> rows) {
    public CorrelationTable {
        rows = List.copyOf(rows);
    }

    /**
     * One column against the target.
     *
     * @param n networks that have both
     * @param kendall Kendall's tau, in [-1, 1], between the bounds of its 95 % confidence interval
     * @param spearman Spearman's rho, the same
     */
    public record Row(
            String label,
            int n,
            double kendall,
            double kendallLow,
            double kendallHigh,
            double spearman,
            double spearmanLow,
            double spearmanHigh) {
        public Row {
            check(label, kendallLow, kendall, kendallHigh);
            check(label, spearmanLow, spearman, spearmanHigh);
        }

        /** Both coefficients with their intervals, on one line. */
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%-24s tau %+.3f (%+.3f to %+.3f)  rho %+.3f (%+.3f to %+.3f)  n = %,d",
                    label,
                    kendall,
                    kendallLow,
                    kendallHigh,
                    spearman,
                    spearmanLow,
                    spearmanHigh,
                    n);
        }

        private static void check(String label, double low, double value, double high) {
            if (!(-1 <= low && low <= value && value <= high && high <= 1)) {
                throw new IllegalArgumentException(
                        "a correlation must lie within its interval, and that within [-1, 1], but was " + value + " in "
                                + low + " to " + high + " (" + label + ")");
            }
        }
    }

    /** Whether a file holds such a table. */
    public static boolean in(FactCsv file) {
        return file.header().containsAll(List.of("column", "target", "kendall_tau", "spearman_rho"));
    }

    /** Reads the table out of a file that {@link #in holds} one with at least a row. */
    public static CorrelationTable of(FactCsv file) {
        List<String> targets =
                file.rows().stream().map(row -> row.text("target")).distinct().toList();
        if (targets.size() != 1) {
            throw new IllegalArgumentException(
                    "correlations must be with one target, but in " + file.file() + " are with " + targets);
        }
        return new CorrelationTable(
                "Rank correlation with " + targets.get(0),
                targets.get(0),
                file.rows().stream()
                        .map(row -> new Row(
                                row.text("column"),
                                Math.toIntExact(row.whole("n")),
                                row.number("kendall_tau"),
                                row.number("kendall_tau_low"),
                                row.number("kendall_tau_high"),
                                row.number("spearman_rho"),
                                row.number("spearman_rho_low"),
                                row.number("spearman_rho_high")))
                        .toList());
    }

    /** Writes {@code correlations.csv}, whole or not at all; rows stand in their order. */
    public void write(Path folder) throws IOException {
        CsvFile.write(table(), folder.resolve("correlations.csv"));
    }

    Table table() {
        return Table.create(
                "correlations",
                StringColumn.create("column", rows.stream().map(Row::label)),
                StringColumn.create("target", rows.stream().map(row -> target)),
                IntColumn.create("n", rows.stream().mapToInt(Row::n)),
                numbers("kendall_tau", Row::kendall),
                numbers("kendall_tau_low", Row::kendallLow),
                numbers("kendall_tau_high", Row::kendallHigh),
                numbers("spearman_rho", Row::spearman),
                numbers("spearman_rho_low", Row::spearmanLow),
                numbers("spearman_rho_high", Row::spearmanHigh));
    }

    private DoubleColumn numbers(String name, ToDoubleFunction<Row> of) {
        return DoubleColumn.create(name, rows.stream().mapToDouble(of));
    }
}
