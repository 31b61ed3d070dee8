package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A study's final table as text of fixed width for a terminal: one row per strategy with means over its runs, what was measured
 * first, what is projected set apart, then what may be said about each pair.
 */
public final class ConsoleTable {
    /** Lines are shorter than this. */
    static final int WIDTH = 120;

    private static final int SHORTEST_NAME = 8;
    private static final List<String> HEADER = List.of(
            "strategy", "runs", "trials", "search score", "", "lat. ms", "time", "simulated", "|", "GPU-days", "$");

    private ConsoleTable() {}

    /** The table and the sentences, lines ended by line feeds. */
    public static String of(StudyResults study) {
        String finalScore = study.facts().getOrDefault("final_metric", "test mIoU");
        List<String> lines = new ArrayList<>();
        lines.add(
                study.name()
                        + ": means over runs, +- standard deviation; time is h:mm:ss; right of the bar projected, not measured");
        lines.addAll(aligned(rows(study, finalScore)));
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
        lines.add("");
        for (Measure measure : Measure.values()) {
            Comparison.summary(Comparison.of(study, measure)).forEach(sentence -> lines.addAll(wrapped(sentence)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String[]> rows(StudyResults study, String finalScore) {
        List<String[]> rows = new ArrayList<>();
        String[] header = HEADER.toArray(String[]::new);
        header[4] = finalScore;
        rows.add(header);
        study.runs().stream().map(StudyResults.Run::strategy).distinct().forEach(strategy -> {
            List<StudyResults.Run> runs = study.runs().stream()
                    .filter(run -> run.strategy().equals(strategy))
                    .toList();
            List<ProjectedRun> projected =
                    runs.stream().map(run -> ProjectedRun.of(study, run)).toList();
            rows.add(new String[] {
                strategy,
                runs.stream().filter(run -> run.status().equals("done")).count() + "/" + runs.size(),
                format("%.0f", mean(runs, StudyResults.Run::evaluations)),
                score(runs, Measure.SEARCH_SCORE),
                score(runs, Measure.FINAL_SCORE),
                runs.stream().flatMapToDouble(run -> run.latencyMillis().stream()).average().stream()
                        .mapToObj(millis -> format("%.2f", millis))
                        .findFirst()
                        .orElse("-"),
                clock(mean(runs, StudyResults.Run::deviceSeconds)),
                clock(mean(runs, StudyResults.Run::simulatedSeconds)),
                "|",
                format("%,.1f", mean(projected, run -> run.total().gpuDays())),
                dollars(mean(projected, run -> run.total().dollars()))
            });
        });
        return rows;
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
        int[] widths = new int[HEADER.size()];
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

    private static String assumptions(StudyResults.Projection projection) {
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

    private static String shortened(String name, int width) {
        return name.length() <= width ? name : name.substring(0, width - 2) + "..";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** Breaks a sentence at blanks; lines after the first are indented. */
    private static List<String> wrapped(String sentence) {
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
