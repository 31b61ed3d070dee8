package org.nasworkbench.experiment.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.work.CostCategory;

/**
 * Holds a summary against the tables beside it, where the record itself is not there. Seconds in the tables are rounded to
 * milliseconds, so that a sum of them may be off by half of one for each.
 */
final class SummaryCheck {
    private static final double HALF_A_MILLISECOND = 0.0005;
    private static final double ROUNDING = 1e-12;

    private final FactCsv summary;
    private final Optional<FactCsv> trials;
    private final Optional<FactCsv> finals;
    private final Optional<FactCsv> ledger;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final Set<String> checked = new TreeSet<>();

    private SummaryCheck(FactCsv summary, RunFolder folder) throws IOException {
        this.summary = summary;
        trials = table(folder, "trials.csv");
        finals = table(folder, "finals.csv");
        ledger = table(folder, "ledger.csv");
    }

    static Verification of(RunFolder folder) throws IOException {
        FactCsv summary = FactCsv.read(folder.root().resolve("summary.csv"));
        SummaryCheck check = new SummaryCheck(summary, folder);
        for (FactCsv.Row row : summary.rows()) {
            check.run(row);
        }
        return check.verification();
    }

    private static Optional<FactCsv> table(RunFolder folder, String name) throws IOException {
        Path file = folder.root().resolve(name);
        return Files.exists(file) ? Optional.of(FactCsv.read(file)) : Optional.empty();
    }

    private void run(FactCsv.Row row) {
        trials.ifPresent(table -> trials(row, of(row, table)));
        finals.ifPresent(table -> finals(row, table, of(row, table)));
        ledger.ifPresent(table -> {
            seconds(row, "cost_device_s", of(row, table), "device_s", charged(StoredStudy.SEARCH));
            seconds(row, "final_device_s", of(row, table), "device_s", charged(Set.of(CostCategory.FINAL_TRAINING)));
        });
    }

    private void trials(FactCsv.Row row, List<FactCsv.Row> trials) {
        text(row, "evaluations", Integer.toString(trials.size()));
        seconds(row, "credit_device_s", trials, "credit_device_s", trial -> true);
        seconds(row, "simulated_device_s", trials, "simulated_device_s", trial -> true);
        trials.stream()
                .filter(trial -> trial.text("is_chosen").equals("true"))
                .findFirst()
                .ifPresent(chosen -> {
                    text(row, "chosen", chosen.text("genotype"));
                    searchScore(row, trials, chosen);
                    for (String latency : List.of("latency_ms", "projected_latency_ms")) {
                        if (summary.header().contains(latency)) {
                            text(row, latency, chosen.text(latency));
                        }
                    }
                });
    }

    /** The value of the choice, or of random sampling, which selects nothing, the mean. */
    private void searchScore(FactCsv.Row row, List<FactCsv.Row> trials, FactCsv.Row chosen) {
        if (!row.text("search_score").isEmpty()) {
            double value =
                    row.text("type").equals("random-sampling") ? mean(trials, "objective") : chosen.number("objective");
            number(row, "search_score", value, ROUNDING);
        }
    }

    /** Means over final trainings; tables of an early version called the score by what it measures. */
    private void finals(FactCsv.Row row, FactCsv table, List<FactCsv.Row> finals) {
        for (String column : table.header()) {
            String name = column.equals("test_miou") ? "final_score" : column;
            if (!List.of("strategy", "seed", "status", "final_device_s").contains(column)
                    && summary.header().contains(name)) {
                number(row, name, mean(finals, column), ROUNDING);
            }
        }
    }

    private static double mean(List<FactCsv.Row> rows, String column) {
        return rows.stream()
                .filter(row -> !row.text(column).isEmpty())
                .mapToDouble(row -> row.number(column))
                .average()
                .orElse(Double.NaN);
    }

    private void seconds(
            FactCsv.Row row, String name, List<FactCsv.Row> parts, String column, Predicate<FactCsv.Row> which) {
        List<FactCsv.Row> counted = parts.stream().filter(which).toList();
        double sum = counted.stream().mapToDouble(part -> part.number(column)).sum();
        number(row, name, sum, HALF_A_MILLISECOND * (counted.size() + 1) + ROUNDING);
    }

    private static Predicate<FactCsv.Row> charged(Set<CostCategory> categories) {
        return row -> categories.contains(CostCategory.of(row.text("category")));
    }

    private void text(FactCsv.Row row, String name, String anew) {
        checked.add(name);
        if (!row.text(name).equals(anew)) {
            mismatches.add(mismatch(row, name, anew));
        }
    }

    private void number(FactCsv.Row row, String name, double anew, double tolerance) {
        checked.add(name);
        boolean same = row.text(name).isEmpty() ? Double.isNaN(anew) : Math.abs(row.number(name) - anew) <= tolerance;
        if (!same) {
            mismatches.add(mismatch(row, name, Double.toString(anew)));
        }
    }

    private Mismatch mismatch(FactCsv.Row row, String name, String anew) {
        return new Mismatch(summary.file(), row.place().line(), row.text(name) + " (" + name + ")", anew);
    }

    private static List<FactCsv.Row> of(FactCsv.Row run, FactCsv table) {
        return table.rows().stream()
                .filter(row -> row.text("strategy").equals(run.text("strategy"))
                        && row.text("seed").equals(run.text("seed")))
                .toList();
    }

    private Verification verification() {
        List<String> unchecked = new ArrayList<>();
        List<String> missing = new ArrayList<>(List.of("study.db"));
        Map.of("trials.csv", trials, "finals.csv", finals, "ledger.csv", ledger).forEach((name, table) -> {
            if (table.isEmpty()) {
                missing.add(name);
            }
        });
        Collections.sort(missing);
        Set<String> rest = new TreeSet<>(summary.header());
        rest.removeAll(checked);
        rest.removeAll(Set.of("strategy", "seed"));
        unchecked.add("there is no " + String.join(", no ", missing) + ": of summary.csv not made again: "
                + String.join(", ", rest));
        unchecked.add("the other tables, figures and the report follow from the record alone, which is not there");
        return new Verification(
                mismatches,
                checked.isEmpty()
                        ? List.of()
                        : List.of("summary.csv, %d rows: %s"
                                .formatted(summary.rows().size(), String.join(", ", checked))),
                unchecked);
    }
}
