package org.nasworkbench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nasworkbench.results.FactCsv.Row;

/**
 * Reads a study's results from the tables that {@link StudyTables} wrote of them, where the record itself is not at hand. A table
 * that is not there is empty; those of earlier versions lack some columns. Sessions, and why something failed, are in no table, and
 * seconds have three decimals.
 */
public final class ExportedStudy {
    private static final List<String> FINAL_COLUMNS = List.of(
            "strategy",
            "seed",
            "final_seed",
            "genotype",
            "inherited",
            "status",
            "final_score",
            "final_device_s",
            "test_opened_epoch_ms");

    private final Path folder;
    private final StudyFacts facts;

    private ExportedStudy(Path folder, StudyFacts facts) {
        this.folder = folder;
        this.facts = facts;
    }

    /**
     * Reads the tables in a folder.
     *
     * @param facts about the study, by the names that its record has for them
     * @throws IllegalArgumentException if there is no {@code summary.csv}, or a cell is no number that must be one
     */
    public static StudyResults read(Path folder, Map<String, String> facts) throws IOException {
        if (!Files.exists(folder.resolve("summary.csv"))) {
            throw new IllegalArgumentException(
                    "a run's folder must hold study.db, or summary.csv at least, but " + folder + " has neither");
        }
        StoreAddress record = StoreAddress.file(folder.resolve("study.db"));
        return new ExportedStudy(folder, new StudyFacts(Map.copyOf(facts), record).checked()).results();
    }

    private StudyResults results() throws IOException {
        Comparator<RunKey> order = facts.order();
        return new StudyResults(
                facts.name(),
                facts.all(),
                facts.targetMillis(),
                facts.projection(),
                rows("summary", this::run).stream()
                        .sorted(Comparator.comparing(StudyResults.Run::key, order))
                        .toList(),
                rows("trials", this::trial).stream()
                        .sorted(Comparator.comparing(trial -> new RunKey(trial.strategy(), trial.seed()), order))
                        .toList(),
                rows("ledger", ExportedStudy::charge),
                List.of(),
                rows("finals", ExportedStudy::trained),
                rows("traces", ExportedStudy::trace),
                rows("fidelity", ExportedStudy::fidelity));
    }

    private <T> List<T> rows(String table, Function<Row, T> of) throws IOException {
        Path file = folder.resolve(table + ".csv");
        return Files.exists(file) ? FactCsv.read(file).rows().stream().map(of).toList() : List.of();
    }

    private StudyResults.Run run(Row row) {
        return new StudyResults.Run(
                row.text("strategy"),
                row.text("type"),
                row.whole("seed"),
                row.text("status"),
                (int) row.whole("evaluations"),
                (int) row.whole("distinct"),
                row.number("projected_stand_alone_gpu_days")
                        / facts.projection().gpuDaysPerTraining(),
                row.text("chosen"),
                optional(row, "search_score"),
                optional(row, "final_score"),
                Map.of(),
                latency(row),
                row.number("cost_device_s"),
                row.number("credit_device_s"),
                row.number("simulated_device_s"),
                row.number("final_device_s"));
    }

    private StudyResults.TrialRow trial(Row row) {
        return new StudyResults.TrialRow(
                row.text("strategy"),
                row.whole("seed"),
                (int) row.whole("number"),
                row.text("genotype"),
                row.text("epochs") == null
                        ? StudyResults.fullEpochs(facts.all(), IntStream.empty())
                        : (int) row.whole("epochs"),
                row.text("status"),
                optional(row, "search_score"),
                optional(row, "objective"),
                latency(row),
                row.number("cost_device_s"),
                row.number("credit_device_s"),
                row.number("simulated_device_s"),
                flag(row, "cached"),
                row.number("spent_device_s"),
                optional(row, "simulated_end_s").orElse(0),
                flag(row, "in_front"),
                flag(row, "is_chosen"),
                row.text("failure"));
    }

    private static StudyResults.Charge charge(Row row) {
        boolean whole = row.text("strategy").isEmpty();
        return new StudyResults.Charge(
                row.text("strategy"), whole ? 0 : row.whole("seed"), row.text("category"), row.number("device_s"));
    }

    private static StudyResults.Final trained(Row row) {
        Map<String, Double> metrics = new TreeMap<>();
        row.cells().forEach((name, text) -> {
            if (!FINAL_COLUMNS.contains(name) && !text.isEmpty()) {
                metrics.put(name, row.number(name));
            }
        });
        return new StudyResults.Final(
                row.text("strategy"),
                row.whole("seed"),
                row.whole("final_seed"),
                row.text("genotype"),
                flag(row, "inherited"),
                row.text("status"),
                optional(row, "final_score"),
                metrics,
                row.number("final_device_s"),
                (long) optional(row, "test_opened_epoch_ms").orElse(0));
    }

    private static StudyResults.Trace trace(Row row) {
        return new StudyResults.Trace(
                row.text("strategy"),
                row.whole("seed"),
                row.text("series"),
                (int) row.whole("step"),
                row.number("value"));
    }

    private static StudyResults.FidelityRow fidelity(Row row) {
        return new StudyResults.FidelityRow(
                new RunKey(row.text("strategy"), row.whole("seed")),
                (int) row.whole("epoch"),
                flag(row, "recalibrated"),
                row.text("genotype"),
                latency(row).orElseThrow(),
                row.number("shared_score"),
                optional(row, "stand_alone_score"));
    }

    private static OptionalDouble latency(Row row) {
        return optional(row, row.text("latency_ms") == null ? "projected_latency_ms" : "latency_ms");
    }

    private static OptionalDouble optional(Row row, String column) {
        String text = row.text(column);
        return text == null || text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(row.number(column));
    }

    private static boolean flag(Row row, String column) {
        return "true".equals(row.text(column));
    }
}
