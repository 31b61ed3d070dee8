package org.nasworkbench.figures.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Final;
import org.nasworkbench.results.StudyResults.Run;

/** What the strategies reached: each in a row, and each network that they chose. */
record StrategyTables(StudyResults results) {
    /** One row a strategy. */
    Table summary() {
        boolean simulated = results.runs().stream().anyMatch(run -> run.simulatedSeconds() > 0);
        Table table = new Table(
                "strategy",
                "runs",
                "trials #",
                "different #",
                "search score #",
                "final score #",
                "latency (ms) #",
                simulated ? "simulated search time #" : "search time #",
                "final training #");
        Map<String, List<Run>> strategies = results.runs().stream()
                .collect(Collectors.groupingBy(Run::strategy, LinkedHashMap::new, Collectors.toList()));
        strategies.forEach((strategy, runs) -> table.row(
                strategy,
                statuses(runs),
                Numbers.plain(runs.stream().mapToInt(Run::evaluations).average().orElse(0), 1),
                Numbers.plain(runs.stream().mapToInt(Run::distinct).average().orElse(0), 1),
                spread(runs, Run::searchScore).text(3),
                spread(runs, Run::finalScore).text(3),
                spread(runs, Run::latencyMillis).text(2),
                Seconds.text(runs.stream()
                        .mapToDouble(run -> simulated ? run.simulatedSeconds() : run.deviceSeconds())
                        .average()
                        .orElse(0)),
                Seconds.text(runs.stream()
                        .mapToDouble(Run::finalDeviceSeconds)
                        .average()
                        .orElse(0))));
        return table;
    }

    /** One row a run. */
    Table chosen() {
        Table table = new Table("strategy", "seed #", "search score #", "test mIoU #", "latency (ms) #", "genotype");
        for (Run run : results.runs()) {
            table.row(
                    run.strategy(),
                    Long.toString(run.seed()),
                    number(run.searchScore(), 3),
                    Spread.of(results.finals().stream()
                                    .filter(f -> f.strategy().equals(run.strategy()) && f.seed() == run.seed())
                                    .map(Final::score)
                                    .flatMapToDouble(OptionalDouble::stream))
                            .text(3),
                    number(run.latencyMillis(), 2),
                    run.chosen().isBlank() ? "none (" + run.status() + ")" : run.chosen());
        }
        return table;
    }

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
