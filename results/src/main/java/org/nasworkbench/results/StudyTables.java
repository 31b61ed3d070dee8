package org.nasworkbench.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A study's results as Tablesaw tables, and as the CSV files of a run's folder. Rows are sorted by strategy, seed and what follows;
 * column names carry their units; scores are fractions in [0, 1]; what is projected says so in its name.
 */
public final class StudyTables {
    private StudyTables() {}

    /**
     * Writes {@code summary.csv}, {@code trials.csv}, {@code ledger.csv}, {@code finals.csv}, {@code traces.csv} and {@code fidelity.csv}, each whole or
     * not at all.
     */
    public static void write(StudyResults study, Path folder) throws IOException {
        write(study, folder, TableFormat.CSV);
    }

    /**
     * Writes the same in another format.
     *
     * @throws IllegalArgumentException if this format needs a library that is not there
     */
    public static void write(StudyResults study, Path folder, TableFormat format) throws IOException {
        for (Map.Entry<String, Table> table : all(study).entrySet()) {
            format.write(table.getValue(), folder.resolve(table.getKey() + "." + format.ending()));
        }
    }

    /** All tables by name. */
    static Map<String, Table> all(StudyResults study) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("summary", summary(study));
        tables.put("trials", trials(study));
        tables.put("ledger", ledger(study));
        tables.put("finals", finals(study));
        tables.put("traces", traces(study));
        tables.put("fidelity", fidelity(study));
        return tables;
    }

    /** One row per run; the first ten columns are a promise, further ones may be added at the end. */
    static Table summary(StudyResults study) {
        Columns<StudyResults.Run> run = new Columns<>(study.runs());
        Columns<ProjectedRun> projected = new Columns<>(ProjectedRun.of(study));
        Table table = Table.create(
                "summary",
                run.text("strategy", StudyResults.Run::strategy),
                run.whole("seed", StudyResults.Run::seed),
                run.count("evaluations", StudyResults.Run::evaluations),
                run.count("distinct", StudyResults.Run::distinct),
                run.text("chosen", StudyResults.Run::chosen),
                run.optional("search_score", StudyResults.Run::searchScore),
                run.optional("final_score", StudyResults.Run::finalScore),
                run.optional(latency(study), StudyResults.Run::latencyMillis),
                run.number("cost_device_s", StudyResults.Run::deviceSeconds),
                run.number("simulated_device_s", StudyResults.Run::simulatedSeconds),
                run.text("type", StudyResults.Run::type),
                run.text("status", StudyResults.Run::status),
                run.number("credit_device_s", StudyResults.Run::creditSeconds),
                run.number("final_device_s", StudyResults.Run::finalDeviceSeconds),
                projected.number("projected_gpu_days", row -> row.total().gpuDays()),
                projected.number("projected_dollars", row -> row.total().dollars()),
                projected.number("projected_shared_weights_gpu_days", row -> row.sharedWeights()
                        .gpuDays()),
                projected.number("projected_stand_alone_gpu_days", row -> row.standAlone()
                        .gpuDays()));
        metricNames(study.runs(), StudyResults.Run::finalMetrics)
                .forEach(name -> table.addColumns(run.optional(name, row -> metric(row.finalMetrics(), name))));
        Map<RunKey, Integer> taken = StudyResults.takenOver(study.facts());
        if (!taken.isEmpty()) {
            table.addColumns(run.count("taken_over", row -> taken.getOrDefault(row.key(), 0)));
        }
        return table.sortAscendingOn("strategy", "seed");
    }

    private static String latency(StudyResults study) {
        return study.projectsLatency() ? "projected_latency_ms" : "latency_ms";
    }

    private static <T> SortedSet<String> metricNames(List<T> rows, Function<T, Map<String, Double>> metrics) {
        SortedSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(metrics.apply(row).keySet()));
        return names;
    }

    private static OptionalDouble metric(Map<String, Double> metrics, String name) {
        Double value = metrics.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** One row per trial. */
    static Table trials(StudyResults study) {
        Columns<StudyResults.TrialRow> trial = new Columns<>(study.trials());
        return Table.create(
                        "trials",
                        trial.text("strategy", StudyResults.TrialRow::strategy),
                        trial.whole("seed", StudyResults.TrialRow::seed),
                        trial.count("number", StudyResults.TrialRow::number),
                        trial.text("genotype", StudyResults.TrialRow::genotype),
                        trial.count("epochs", StudyResults.TrialRow::epochs),
                        trial.text("status", StudyResults.TrialRow::status),
                        trial.optional("search_score", StudyResults.TrialRow::score),
                        trial.optional("objective", StudyResults.TrialRow::value),
                        trial.optional(latency(study), StudyResults.TrialRow::latencyMillis),
                        trial.number("cost_device_s", StudyResults.TrialRow::deviceSeconds),
                        trial.number("credit_device_s", StudyResults.TrialRow::creditSeconds),
                        trial.number("simulated_device_s", StudyResults.TrialRow::simulatedSeconds),
                        trial.flag("cached", StudyResults.TrialRow::cached),
                        trial.number("spent_device_s", StudyResults.TrialRow::spentDeviceSeconds),
                        trial.number("simulated_end_s", StudyResults.TrialRow::simulatedEndSeconds),
                        trial.flag("in_front", StudyResults.TrialRow::inFront),
                        trial.flag("is_chosen", StudyResults.TrialRow::chosen),
                        trial.text("failure", StudyResults.TrialRow::failure))
                .sortAscendingOn("strategy", "seed", "number");
    }

    /** The ledger by run and category; strategy and seed are empty for the study as a whole. */
    static Table ledger(StudyResults study) {
        List<StudyResults.Charge> charges = whateverTheReason(study.charges());
        Columns<StudyResults.Charge> charge = new Columns<>(charges);
        LongColumn seeds = LongColumn.create("seed");
        charges.forEach(row -> {
            if (row.strategy().isEmpty()) {
                seeds.appendMissing();
            } else {
                seeds.append(row.seed());
            }
        });
        return Table.create(
                        "ledger",
                        charge.text("strategy", StudyResults.Charge::strategy),
                        seeds,
                        charge.text("category", StudyResults.Charge::category),
                        charge.number("device_s", StudyResults.Charge::deviceSeconds))
                .sortAscendingOn("strategy", "seed", "category");
    }

    /** What failed for several reasons as one charge. */
    private static List<StudyResults.Charge> whateverTheReason(List<StudyResults.Charge> charges) {
        Map<StudyResults.Charge, Double> seconds = new LinkedHashMap<>();
        charges.forEach(charge -> seconds.merge(
                new StudyResults.Charge(charge.strategy(), charge.seed(), charge.category(), 0),
                charge.deviceSeconds(),
                Double::sum));
        return seconds.entrySet().stream()
                .map(sum -> new StudyResults.Charge(
                        sum.getKey().strategy(),
                        sum.getKey().seed(),
                        sum.getKey().category(),
                        sum.getValue()))
                .toList();
    }

    /** One row per final training; {@code inherited} says that it started from a supernet's weights, {@code test_opened_epoch_ms} is when it opened the sealed test split. */
    static Table finals(StudyResults study) {
        Columns<StudyResults.Final> row = new Columns<>(study.finals());
        LongColumn opened = LongColumn.create("test_opened_epoch_ms");
        study.finals().forEach(end -> {
            if (end.testOpenedMillis() == 0) {
                opened.appendMissing();
            } else {
                opened.append(end.testOpenedMillis());
            }
        });
        Table table = Table.create(
                "finals",
                row.text("strategy", StudyResults.Final::strategy),
                row.whole("seed", StudyResults.Final::seed),
                row.whole("final_seed", StudyResults.Final::finalSeed),
                row.text("genotype", StudyResults.Final::genotype),
                row.flag("inherited", StudyResults.Final::inherited),
                row.text("status", StudyResults.Final::status),
                row.optional("final_score", StudyResults.Final::score),
                row.number("final_device_s", StudyResults.Final::deviceSeconds),
                opened);
        metricNames(study.finals(), StudyResults.Final::metrics)
                .forEach(name -> table.addColumns(row.optional(name, end -> metric(end.metrics(), name))));
        return table.sortAscendingOn("strategy", "seed", "final_seed");
    }

    /** A search's health over time. */
    static Table traces(StudyResults study) {
        Columns<StudyResults.Trace> row = new Columns<>(study.traces());
        return Table.create(
                        "traces",
                        row.text("strategy", StudyResults.Trace::strategy),
                        row.whole("seed", StudyResults.Trace::seed),
                        row.text("series", StudyResults.Trace::series),
                        row.count("step", StudyResults.Trace::step),
                        row.number("value", StudyResults.Trace::value))
                .sortAscendingOn("strategy", "seed", "series", "step");
    }

    /** One row per network, run, epoch and way to score it by shared weights. */
    static Table fidelity(StudyResults study) {
        Columns<StudyResults.FidelityRow> row = new Columns<>(study.fidelity());
        return Table.create(
                        "fidelity",
                        row.text("strategy", network -> network.run().strategy()),
                        row.whole("seed", network -> network.run().seed()),
                        row.count("epoch", StudyResults.FidelityRow::epoch),
                        row.flag("recalibrated", StudyResults.FidelityRow::recalibrated),
                        row.text("genotype", StudyResults.FidelityRow::genotype),
                        row.number(latency(study), StudyResults.FidelityRow::latencyMillis),
                        row.number("shared_score", StudyResults.FidelityRow::sharedScore),
                        row.optional("stand_alone_score", StudyResults.FidelityRow::standAloneScore))
                .sortAscendingOn("strategy", "seed", "epoch", "recalibrated", "genotype");
    }

    /** Columns over one list of rows. */
    private record Columns<T>(List<T> rows) {
        StringColumn text(String name, Function<T, String> of) {
            return StringColumn.create(name, rows.stream().map(of));
        }

        LongColumn whole(String name, ToLongFunction<T> of) {
            return LongColumn.create(name, rows.stream().mapToLong(of));
        }

        IntColumn count(String name, ToIntFunction<T> of) {
            return IntColumn.create(name, rows.stream().mapToInt(of));
        }

        DoubleColumn number(String name, ToDoubleFunction<T> of) {
            return DoubleColumn.create(name, rows.stream().mapToDouble(of));
        }

        DoubleColumn optional(String name, Function<T, OptionalDouble> of) {
            return number(name, row -> of.apply(row).orElse(Double.NaN)); // Tablesaw's missing number
        }

        BooleanColumn flag(String name, Predicate<T> of) {
            return BooleanColumn.create(name, rows.stream().map(of::test).toList());
        }
    }
}
