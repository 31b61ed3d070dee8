package org.nasworkbench.figures.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.FinalStarts;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Final;
import org.nasworkbench.results.StudyResults.Run;

/** The network that each run chose; of many runs, the one that each strategy chose most often. */
record ChosenNetworks(StudyResults results) {
    void write(Html html) {
        html.element("h2", "Chosen networks");
        if (results.runs().size() <= Report.MOST_ROWS) {
            byRun().write(html);
            return;
        }
        String runs = Numbers.rounded(results.runs().size());
        html.element(
                "p", "What each strategy chose most often; summary.csv has all " + runs + " runs.", "class", "note");
        byStrategy().write(html);
    }

    private Table byRun() {
        boolean starts = FinalStarts.of(results).differ();
        List<String> heads = new ArrayList<>(List.of("strategy", "seed #", "search score #", "final score #"));
        if (starts) {
            heads.add("final training");
        }
        heads.addAll(List.of(StrategyTable.latency(results), "genotype"));
        Table table = new Table(heads.toArray(String[]::new));
        for (Run run : results.runs()) {
            List<Final> finals = results.finals().stream()
                    .filter(f -> f.strategy().equals(run.strategy()) && f.seed() == run.seed())
                    .toList();
            List<String> cells = new ArrayList<>(List.of(
                    run.strategy(),
                    Long.toString(run.seed()),
                    StrategyTable.number(run.searchScore(), 3),
                    Spread.of(finals.stream().map(Final::score).flatMapToDouble(OptionalDouble::stream))
                            .text(3)));
            if (starts) {
                cells.add(finals.stream().map(FinalStarts::words).distinct().collect(Collectors.joining(", ")));
            }
            cells.add(StrategyTable.number(run.latencyMillis(), 2));
            cells.add(run.chosen().isBlank() ? "none (" + run.status() + ")" : run.chosen());
            table.row(cells);
        }
        return table;
    }

    private Table byStrategy() {
        Table table = new Table(
                "strategy",
                "different networks #",
                "times #",
                "search score #",
                "final score #",
                StrategyTable.latency(results),
                "genotype");
        Map<String, List<Run>> strategies = results.runs().stream()
                .filter(run -> !run.chosen().isBlank())
                .collect(Collectors.groupingBy(Run::strategy, LinkedHashMap::new, Collectors.toList()));
        strategies.forEach((strategy, runs) -> {
            Map<String, List<Run>> choices =
                    runs.stream().collect(Collectors.groupingBy(Run::chosen, LinkedHashMap::new, Collectors.toList()));
            List<Run> most = choices.values().stream()
                    .max(Comparator.comparingInt(List::size))
                    .orElseThrow();
            table.row(
                    strategy,
                    Integer.toString(choices.size()),
                    Integer.toString(most.size()),
                    mean(most, Run::searchScore, 3),
                    mean(most, Run::finalScore, 3),
                    mean(most, Run::latencyMillis, 2),
                    most.get(0).chosen());
        });
        return table;
    }

    private static String mean(List<Run> runs, Function<Run, OptionalDouble> column, int digits) {
        OptionalDouble mean = runs.stream()
                .map(column)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
        return StrategyTable.number(mean, digits);
    }
}
