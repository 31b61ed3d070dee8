package org.nasworkbench.figures.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nasworkbench.figures.StrategyColors;
import org.nasworkbench.results.Centre;
import org.nasworkbench.results.Incumbent;
import org.nasworkbench.results.IncumbentBand;
import org.nasworkbench.results.Measure;
import org.nasworkbench.results.ProjectedCost;
import org.nasworkbench.results.ProjectedRun;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.RunNumbers;
import org.nasworkbench.results.Sample;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;
import org.nasworkbench.results.StudyResults.TrialRow;

/** The numbers that the page's charts are drawn from, as JSON. */
final class ReportData {
    private static final int MOST_STEPS = 400;
    private static final double ALPHA = 0.05;

    private final StudyResults results;
    private final ReportDocuments documents;
    private final List<String> strategies;
    private final ShownTrials shown;
    private JsonNumbers json;

    ReportData(StudyResults results, ReportDocuments documents) {
        this.results = results;
        this.documents = documents;
        Set<String> named = new LinkedHashSet<>();
        results.runs().forEach(run -> named.add(run.strategy()));
        results.trials().forEach(trial -> named.add(trial.strategy()));
        strategies = List.copyOf(named);
        shown = ShownTrials.of(results);
    }

    /** All but the losses and matrices of single trials. */
    String charts() {
        json = new JsonNumbers().object();
        json.text("score", results.facts().getOrDefault("score", "validation mIoU"));
        json.text("latency", results.projectsLatency() ? "projected latency" : "latency");
        json.number("target", results.targetMillis());
        json.texts(
                "classes", results.facts().getOrDefault("classes", "").lines().toList());
        strategies();
        trials();
        best();
        ledger();
        projection();
        return json.endObject().toString();
    }

    /** What each strategy reached: its runs, and Student's interval of their mean. */
    private void strategies() {
        boolean finals =
                results.runs().stream().anyMatch(run -> run.finalScore().isPresent());
        Measure measure = finals ? Measure.FINAL_SCORE : Measure.SEARCH_SCORE;
        RunNumbers numbers = RunNumbers.of(results, measure);
        json.text("measure", measure.label()).array("strategies");
        for (int i = 0; i < strategies.size(); i++) {
            Sample sample = new Sample(List.copyOf(numbers.byStrategy()
                    .getOrDefault(strategies.get(i), new TreeMap<>())
                    .values()));
            json.object()
                    .text("name", strategies.get(i))
                    .text("color", StrategyColors.hex(i))
                    .numbers("values", sample.values())
                    .number("mean", sample.mean());
            sample.interval(ALPHA)
                    .ifPresent(interval -> json.number("low", interval.low()).number("high", interval.high()));
            json.endObject();
        }
        json.endArray();
    }

    /** A column a property: half as long as an object a trial. */
    private void trials() {
        List<TrialRow> rows = shown.rows();
        int full = results.fullEpochs();
        json.object("trials").number("leftOut", shown.leftOut());
        json.column("strategy", rows, trial -> OptionalDouble.of(strategies.indexOf(trial.strategy())));
        json.column("seed", rows, trial -> OptionalDouble.of(trial.seed()));
        json.column("number", rows, trial -> OptionalDouble.of(trial.number()));
        json.column("score", rows, TrialRow::score);
        json.column("value", rows, TrialRow::value);
        json.column("latency", rows, TrialRow::latencyMillis);
        json.column(
                "seconds",
                rows,
                trial -> OptionalDouble.of(
                        trial.simulatedSeconds() > 0 ? trial.simulatedSeconds() : trial.deviceSeconds()));
        json.column("epochs", rows, trial -> OptionalDouble.of(trial.epochs()));
        json.number("fullEpochs", full);
        json.column("front", rows, trial -> flag(trial.inFront()));
        json.column("chosen", rows, trial -> flag(trial.chosen()));
        json.texts("genotype", rows.stream().map(TrialRow::genotype).toList());
        json.texts("failure", rows.stream().map(TrialRow::failure).toList());
        json.endObject();
    }

    private static OptionalDouble flag(boolean holds) {
        return OptionalDouble.of(holds ? 1 : 0);
    }

    /** Losses and matrices of the trials that are shown: most of the page, and nothing that a chart waits for. */
    String series() {
        record Place(RunKey run, int number) {}
        Set<Place> known = new HashSet<>();
        shown.rows().forEach(trial -> known.add(new Place(new RunKey(trial.strategy(), trial.seed()), trial.number())));
        json = new JsonNumbers().object().array("series");
        documents.series().stream()
                .filter(row -> known.contains(new Place(row.run(), row.number())))
                .forEach(row -> json.object()
                        .number("strategy", strategies.indexOf(row.run().strategy()))
                        .number("seed", row.run().seed())
                        .number("number", row.number())
                        .text("name", row.name())
                        .numbers("numbers", row.numbers())
                        .endObject());
        return json.endArray().endObject().toString();
    }

    private void best() {
        Incumbent.Axis axis = Incumbent.Axis.of(results);
        json.object("best").text("axis", axis.label()).array("searches");
        IncumbentBand.bySearch(results, axis, Centre.MEAN).forEach((strategy, band) -> {
            List<IncumbentBand.Point> points = band.thinned(MOST_STEPS);
            json.object().number("strategy", strategies.indexOf(strategy)).text("band", band.words());
            json.column("spent", points, point -> OptionalDouble.of(point.spent()));
            json.column("centre", points, point -> OptionalDouble.of(point.centre()));
            json.column("low", points, point -> OptionalDouble.of(point.low()));
            json.column("high", points, point -> OptionalDouble.of(point.high()));
            json.endObject();
        });
        json.endArray().endObject();
    }

    private void ledger() {
        record Account(String strategy, String category) {}
        Map<Account, Double> sums = new LinkedHashMap<>();
        results.charges()
                .forEach(charge -> sums.merge(
                        new Account(charge.strategy(), charge.category()), charge.deviceSeconds(), Double::sum));
        json.array("ledger");
        sums.forEach((account, seconds) -> json.object()
                .text("strategy", account.strategy().isEmpty() ? "whole study" : account.strategy())
                .text("category", account.category())
                .number("seconds", seconds)
                .endObject());
        json.endArray();
    }

    /** Means over a strategy's runs; the page multiplies by prices. */
    private void projection() {
        Map<String, List<ProjectedRun>> projected =
                ProjectedRun.of(results).stream().collect(Collectors.groupingBy(ProjectedRun::strategy));
        Map<String, List<Run>> runs = results.runs().stream().collect(Collectors.groupingBy(Run::strategy));
        json.object("projection")
                .number("trainings", ProjectedCost.ARTICLE_STAND_ALONE.gpuDays())
                .number("gpuDays", ProjectedCost.ARTICLE.gpuDaysPerTraining())
                .number("dollars", ProjectedCost.ARTICLE.dollarsPerGpuDay())
                .number("supernetTrainings", ProjectedCost.ARTICLE.supernetTrainings())
                .text("source", ProjectedCost.ARTICLE.source())
                .flag("simulated", results.simulated())
                .array("strategies");
        strategies.stream().filter(runs::containsKey).forEach(strategy -> json.object()
                .text("name", strategy)
                .number("trainings", mean(projected.get(strategy), ProjectedRun::standAloneTrainings))
                .flag(
                        "shared",
                        projected.get(strategy).stream()
                                .anyMatch(run -> run.sharedWeights().gpuDays() > 0))
                .number(
                        "seconds",
                        mean(runs.get(strategy), results.simulated() ? Run::simulatedSeconds : Run::deviceSeconds))
                .endObject());
        json.endArray().endObject();
    }

    private static <T> double mean(List<T> rows, java.util.function.ToDoubleFunction<T> number) {
        return rows.stream().mapToDouble(number).average().orElse(Double.NaN);
    }
}
