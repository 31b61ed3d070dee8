package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A study's final table as text of fixed width for a terminal: one row per strategy with means over its runs, what was measured
 * first, what is projected set apart, then what may be said about each pair.
 */
public final class ConsoleTable {
    /** Lines are shorter than this. */
    static final int WIDTH = 100;

    private static final int SHORTEST_NAME = 8;
    private static final int LONGEST_HEAD = 16;

    private ConsoleTable() {}

    /** What stands in a column for the runs of a strategy. */
    private record Column(String head, Function<List<StudyResults.Run>, String> cell) {}

    /** The table and the verdicts, lines ended by line feeds. */
    public static String of(StudyResults study) {
        boolean simulated = study.simulated();
        List<String> lines = new ArrayList<>(wrapped(study.name() + ": means over runs, +- standard deviation; "
                + (simulated ? "simulated device time" : "search time")
                + " as h:mm:ss; right of the bar projected, not measured"));
        lines.addAll(aligned(rows(study, columns(study, simulated))));
        TrainingLengths.of(study).sentences().forEach(sentence -> lines.addAll(wrapped(sentence)));
        FinalStarts.of(study).sentences().forEach(sentence -> lines.addAll(wrapped(sentence)));
        lines.add("");
        List<String> published = PublishedSearches.text(study);
        if (!published.isEmpty()) {
            lines.addAll(published);
            lines.add("");
        }
        lines.addAll(wrapped(assumptions(study.projection())));
        lines.addAll(wrapped("The article: 1,000 trainings = " + words(ProjectedCost.ARTICLE_STAND_ALONE)
                + "; a supernet of 10 trainings = " + words(ProjectedCost.ARTICLE_SUPERNET) + " ("
                + ProjectedCost.ARTICLE.source() + "; projected)."));
        Verdicts.first(study).ifPresent(verdicts -> {
            lines.add("");
            lines.addAll(ConsoleVerdicts.of(verdicts));
        });
        return String.join("\n", lines) + "\n";
    }

    /** Latency only where the study has any. */
    private static List<Column> columns(StudyResults study, boolean simulated) {
        String metric = study.facts().getOrDefault("final_metric", "test mIoU");
        List<Column> columns = new ArrayList<>(List.of(
                new Column("strategy", runs -> runs.get(0).strategy()),
                new Column(
                        "runs",
                        runs -> runs.stream()
                                        .filter(run -> run.status().equals("done"))
                                        .count()
                                + "/" + runs.size()),
                new Column("trials", runs -> format("%.0f", mean(runs, StudyResults.Run::evaluations))),
                new Column("search score", runs -> score(runs, Measure.SEARCH_SCORE)),
                new Column(shortened(metric, LONGEST_HEAD), runs -> score(runs, Measure.FINAL_SCORE))));
        if (study.runs().stream().anyMatch(run -> run.latencyMillis().isPresent())) {
            columns.add(new Column(study.projectsLatency() ? "proj. ms" : "ms", ConsoleTable::latency));
        }
        columns.add(
                simulated
                        ? new Column("simulated", runs -> clock(mean(runs, StudyResults.Run::simulatedSeconds)))
                        : new Column("time", runs -> clock(mean(runs, StudyResults.Run::deviceSeconds))));
        columns.add(new Column("|", runs -> "|"));
        columns.add(new Column(
                "$",
                runs -> dollars(
                        mean(runs, run -> ProjectedRun.of(study, run).total().dollars()))));
        return columns;
    }

    private static List<String[]> rows(StudyResults study, List<Column> columns) {
        List<String[]> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::head).toArray(String[]::new));
        study.runs().stream()
                .collect(Collectors.groupingBy(StudyResults.Run::strategy, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(runs -> rows.add(columns.stream()
                        .map(column -> column.cell().apply(runs))
                        .toArray(String[]::new)));
        return rows;
    }

    private static String latency(List<StudyResults.Run> runs) {
        return runs.stream().flatMapToDouble(run -> run.latencyMillis().stream()).average().stream()
                .mapToObj(millis -> format("%.2f", millis))
                .findFirst()
                .orElse("-");
    }

    private static <T> double mean(List<T> rows, ToDoubleFunction<T> number) {
        return rows.stream().mapToDouble(number).average().orElse(0);
    }

    private static String score(List<StudyResults.Run> runs, Measure measure) {
        Sample sample = new Sample(runs.stream()
                .map(measure::of)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList());
        return switch (sample.size()) {
            case 0 -> "-";
            case 1 -> format("%.4f          ", sample.mean());
            default -> format("%.4f +- %.4f", sample.mean(), sample.standardDeviation());
        };
    }

    /** Seconds as h:mm:ss, rounded to the second; what was not spent is a dash. */
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return seconds == 0
                ? "-"
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static List<String> aligned(List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        rows.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], row[i].length())));
        int others = Arrays.stream(widths).skip(1).map(width -> width + 2).sum();
        widths[0] = Math.min(widths[0], Math.max(SHORTEST_NAME, WIDTH - 1 - others));
        rows.forEach(row -> row[0] = shortened(row[0], widths[0]));
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(row[0]).append(" ".repeat(widths[0] - row[0].length()));
            for (int i = 1; i < row.length; i++) {
                line.append("  ")
                        .append(" ".repeat(widths[i] - row[i].length()))
                        .append(row[i]);
            }
            lines.add(line.toString());
        }
        lines.add(
                1, "-".repeat(Collections.max(lines.stream().map(String::length).toList())));
        return lines;
    }

    private static String assumptions(Projection projection) {
        return format(
                "Projected with %s GPU-days a training, $%s a GPU-day, a supernet as %s trainings (%s).",
                plain(projection.gpuDaysPerTraining()),
                plain(projection.dollarsPerGpuDay()),
                plain(projection.supernetTrainings()),
                projection.source());
    }

    private static String words(ProjectedCost cost) {
        return format("%,.0f GPU-days = %s", cost.gpuDays(), dollars(cost.dollars()));
    }

    private static String dollars(double dollars) {
        return format(dollars > 0 && dollars < 100 ? "$%.2f" : "$%,.0f", dollars);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? format("%,.0f", number) : Double.toString(number);
    }

    static String shortened(String name, int width) {
        return name.length() <= width ? name : name.substring(0, width - 2) + "..";
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** Breaks a sentence at blanks; lines after the first are indented. */
    static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (line.length() + 1 + word.length() >= WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
