package org.nasworkbench.experiment.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.Sample;

/** What a row or a column of a quoted table stands for: rows of the source, or numbers made of them. */
sealed interface Quotation {
    /** {@code strategy is evolution}. */
    Pattern ROWS = Pattern.compile("(\\w+) is (.+)");

    /** {@code latency_ms}, {@code mean ± sd of final_score x 100}. */
    Pattern NUMBERS =
            Pattern.compile("(?:((?:mean|sd|min|max|sum)(?: ± (?:mean|sd|min|max|sum))*) of )?(\\w+)(?: x ([0-9.]+))?");

    /** Those rows of the source that have a value in a column. */
    record Rows(String column, String value) implements Quotation {}

    /** The numbers of a cell, one after another: each made of a column of the source by a rule, times a factor. */
    record Numbers(List<Rule> rules, String column, double factor) implements Quotation {
        /** The numbers of these rows; cells that are empty do not count. */
        List<Double> of(List<FactCsv.Row> rows) {
            double[] values = rows.stream()
                    .filter(row -> !row.text(column).isEmpty())
                    .mapToDouble(row -> row.number(column))
                    .toArray();
            return rules.stream()
                    .map(rule -> factor * rule.of.applyAsDouble(values))
                    .toList();
        }
    }

    /** How many numbers become one. */
    enum Rule {
        /** There must be one only. */
        SAME(values -> values.length == 1 ? values[0] : Double.NaN),
        MEAN(values -> Sample.of(values).mean()),
        SD(values -> Sample.of(values).standardDeviation()),
        MIN(values -> Arrays.stream(values).min().orElse(Double.NaN)),
        MAX(values -> Arrays.stream(values).max().orElse(Double.NaN)),
        SUM(values -> Arrays.stream(values).sum());

        private final ToDoubleFunction<double[]> of;

        Rule(ToDoubleFunction<double[]> of) {
            this.of = of;
        }

        private static Rule named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** Reads one; empty where it is neither. */
    static Optional<Quotation> read(String text) {
        Matcher rows = ROWS.matcher(text);
        if (rows.matches()) {
            return Optional.of(new Rows(rows.group(1), rows.group(2)));
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        List<Rule> rules = numbers.group(1) == null
                ? List.of(Rule.SAME)
                : Arrays.stream(numbers.group(1).split(" ± ")).map(Rule::named).toList();
        double factor = numbers.group(3) == null ? 1 : Double.parseDouble(numbers.group(3));
        return Optional.of(new Numbers(rules, numbers.group(2), factor));
    }
}
