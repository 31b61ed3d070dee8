package org.nasworkbench.figures.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.FinalStarts;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;
import org.nasworkbench.results.TrainingLengths;

/** What the strategies reached, each in a row. */
record StrategyTable(StudyResults results) {
    void write(Html html) {
        html.element("h2", "Strategies");
        html.element(
                "p", "Mean over seeds, in brackets least and most. Scores are fractions in [0, 1].", "class", "note");
        TrainingLengths.of(results).sentences().forEach(sentence -> html.element("p", sentence, "class", "note"));
        FinalStarts.of(results).sentences().forEach(sentence -> html.element("p", sentence, "class", "note"));
        table().write(html);
    }

    private Table table() {
        List<Column> columns = columns();
        Table table = new Table(columns.stream().map(Column::head).toArray(String[]::new));
        results.runs().stream()
                .collect(Collectors.groupingBy(Run::strategy, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(runs -> table.row(columns.stream()
                        .map(column -> column.cell().apply(runs))
                        .toList()));
        return table;
    }

    /** What stands in a column for the runs of a strategy. */
    private record Column(String head, Function<List<Run>, String> cell) {}

    /** Head of a column of latencies. */
    static String latency(StudyResults results) {
        return (results.projectsLatency() ? "projected latency" : "latency") + " (ms) #";
    }

    /** Latency and final training only where the study has any. */
    private List<Column> columns() {
        boolean simulated = results.simulated();
        List<Column> columns = new ArrayList<>(List.of(
                new Column("strategy", runs -> runs.get(0).strategy()),
                new Column("runs", StrategyTable::statuses),
                new Column("trials #", runs -> Numbers.plain(mean(runs, Run::evaluations), 1)),
                new Column("different #", runs -> Numbers.plain(mean(runs, Run::distinct), 1)),
                new Column(
                        "search score #", runs -> spread(runs, Run::searchScore).text(3)),
                new Column(
                        "final score #", runs -> spread(runs, Run::finalScore).text(3))));
        if (results.runs().stream().anyMatch(run -> run.latencyMillis().isPresent())) {
            columns.add(new Column(
                    latency(results), runs -> spread(runs, Run::latencyMillis).text(2)));
        }
        columns.add(
                simulated
                        ? new Column("simulated search time #", runs -> Seconds.text(mean(runs, Run::simulatedSeconds)))
                        : new Column("search time #", runs -> Seconds.text(mean(runs, Run::deviceSeconds))));
        if (results.runs().stream().anyMatch(run -> run.finalDeviceSeconds() > 0)) {
            columns.add(new Column("final training #", runs -> Seconds.text(mean(runs, Run::finalDeviceSeconds))));
        }
        return columns;
    }

    private static double mean(List<Run> runs, ToDoubleFunction<Run> column) {
        return runs.stream().mapToDouble(column).average().orElse(0);
    }

    /** With so many digits; a dash where there is no number. */
    static String number(OptionalDouble number, int digits) {
        return number.isPresent() ? Numbers.fixed(number.getAsDouble(), digits) : "–";
    }

    private static Spread spread(List<Run> runs, Function<Run, OptionalDouble> column) {
        return Spread.of(runs.stream().map(column).flatMapToDouble(OptionalDouble::stream));
    }

    private static String statuses(List<Run> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(Run::status, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(status -> status.getValue() + " " + status.getKey())
                .collect(Collectors.joining(", "));
    }
}
