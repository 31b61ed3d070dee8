package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;

/** What others published of the same searches on the same table, beside what a study found: {@code results/published/*.csv}. */
public final class PublishedSearches {
    private static final String FILE = "nas-bench-201.csv";

    /** What a study must say of itself to be the published experiment. */
    private static final Map<String, String> PROTOCOL = Map.of(
            "table", "nb201",
            "training", "recorded: c10_val_e12",
            "objective", "score alone",
            "budget", "12000.0 s of simulated device time, repeats charged");

    private PublishedSearches() {}

    /**
     * One strategy in one metric. Scores are fractions in [0, 1].
     *
     * @param ours the study's runs
     * @param mean of the published runs
     * @param standardDeviation of the published runs
     * @param confirmed whether the number was read at its source, or is quoted from memory of it
     */
    public record Line(
            String strategy,
            String metric,
            Sample ours,
            double mean,
            double standardDeviation,
            boolean confirmed,
            String source) {
        /** How far our mean is from the published one, in published standard deviations. */
        public double distance() {
            return (ours.mean() - mean) / standardDeviation;
        }
    }

    private record Number(
            String type, String metric, double mean, double standardDeviation, boolean confirmed, String source) {}

    /** The study's strategies and metrics for which there are published numbers; empty where there are none. */
    public static List<Line> beside(StudyResults study) {
        if (!study.facts().entrySet().containsAll(PROTOCOL.entrySet())) {
            return List.of();
        }
        List<Number> numbers = read(FILE);
        String finalMetric = study.facts().getOrDefault("final_metric", "");
        List<Line> lines = new ArrayList<>();
        study.runs().stream().map(StudyResults.Run::strategy).distinct().forEach(strategy -> {
            List<StudyResults.Run> runs = study.runs().stream()
                    .filter(run -> run.strategy().equals(strategy))
                    .toList();
            for (Number number : numbers) {
                Sample ours = new Sample(runs.stream()
                        .filter(run -> run.type().equals(number.type()))
                        .map(run -> value(run, number.metric(), finalMetric))
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .toList());
                if (ours.size() > 1) {
                    lines.add(new Line(
                            strategy,
                            number.metric(),
                            ours,
                            number.mean(),
                            number.standardDeviation(),
                            number.confirmed(),
                            number.source()));
                }
            }
        });
        return lines;
    }

    /** The comparison as lines of text; empty where there is nothing published. */
    static List<String> text(StudyResults study) {
        List<Line> lines = beside(study);
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> text = new ArrayList<>();
        text.addAll(ConsoleTable.wrapped(
                "Beside what was published (" + lines.get(0).source()
                        + "; * quoted from memory of the paper, not confirmed at its source), in %; the difference in its standard"
                        + " deviations:"));
        for (Line line : lines) {
            text.add(String.format(
                    Locale.ROOT,
                    "  %-22s %-12s %6.2f +- %.2f, n = %d  published %6.2f +- %.2f%s %+.2f",
                    ConsoleTable.shortened(line.strategy(), 22),
                    line.metric(),
                    100 * line.ours().mean(),
                    100 * line.ours().standardDeviation(),
                    line.ours().size(),
                    100 * line.mean(),
                    100 * line.standardDeviation(),
                    line.confirmed() ? " " : "*",
                    line.distance()));
        }
        return text;
    }

    private static OptionalDouble value(StudyResults.Run run, String metric, String finalMetric) {
        if (metric.equals(finalMetric)) {
            return run.finalScore();
        }
        Double value = run.finalMetrics().get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static List<Number> read(String file) {
        ColumnType text = ColumnType.STRING;
        ColumnType number = ColumnType.DOUBLE;
        return new PublishedFile(file, "SDM")
                .rows(PublishedSearches::number, text, text, text, number, number, text, text);
    }

    private static Number number(Row row) {
        return new Number(
                row.getString("type"),
                row.getString("metric"),
                row.getDouble("mean"),
                row.getDouble("standard_deviation"),
                !row.getString("mark").equals("M"),
                row.getString("source"));
    }
}
