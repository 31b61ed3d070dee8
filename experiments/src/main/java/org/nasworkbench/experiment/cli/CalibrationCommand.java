package org.nasworkbench.experiment.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.RepeatedSearch;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.results.Comparison;
import org.nasworkbench.results.FalseDifferences;
import org.nasworkbench.results.Interval;
import org.nasworkbench.results.Proportion;
import org.nasworkbench.results.Sample;
import org.nasworkbench.work.Seeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How often a search is told apart from itself. */
@Command(
        name = "calibration",
        description =
                "A/A comparisons of a search with itself on a study's table: how often each test claims a difference.")
final class CalibrationCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument argument;

    @Option(names = "--strategy", paramLabel = "NAME", description = "one of the study's; its first by default")
    private String strategy;

    @Option(names = "--runs", split = ",", description = "of each arm; default: ${DEFAULT-VALUE}")
    private List<Integer> runs = List.of(3, 5, 10, 20);

    @Option(names = "--comparisons", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
    private int comparisons;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Study study = argument.read();
        String name = strategy == null ? study.strategies().get(0).name() : strategy;
        RepeatedSearch search = new RepeatedSearch(study, name);
        int most = runs.stream().mapToInt(Integer::intValue).max().orElseThrow();
        Sample scores = search.finalScores(Math.multiplyExact(2 * most, comparisons));
        List<FalseDifferences> rates = runs.stream()
                .map(arm -> FalseDifferences.of(scores, arm, comparisons, Seeds.random(0, "calibration", arm)))
                .toList();
        if (json) {
            System.out.println(Json.pretty(asMap(rates)));
            return 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s against itself in %s on %s: differences claimed at %.0f %% in %,d A/A comparisons,%n"
                        + "with 95 %% intervals (Clopper and Pearson). No run is in two comparisons of a line.%n",
                name,
                search.score(),
                study.name(),
                100 * Comparison.ALPHA,
                comparisons);
        rates.forEach(rate -> rate.byTest()
                .forEach((test, claimed) -> System.out.printf(
                        Locale.ROOT, "%3d runs a side  %-20s %s%n", rate.runs(), test, percent(claimed))));
        return 0;
    }

    private static String percent(Proportion claimed) {
        Interval interval = claimed.interval(0.05);
        return String.format(
                Locale.ROOT,
                "%4.1f %% (%.1f to %.1f)",
                100 * claimed.share(),
                100 * interval.low(),
                100 * interval.high());
    }

    private static Map<String, Object> asMap(List<FalseDifferences> rates) {
        Map<String, Object> map = new LinkedHashMap<>();
        rates.forEach(rate -> {
            Map<String, Object> tests = new LinkedHashMap<>();
            rate.byTest()
                    .forEach((test, claimed) -> tests.put(
                            test,
                            Map.of(
                                    "claimed", claimed.count(),
                                    "of", claimed.of(),
                                    "low", claimed.interval(0.05).low(),
                                    "high", claimed.interval(0.05).high())));
            map.put(rate.runs() + " runs a side", tests);
        });
        return map;
    }
}
