package org.nasworkbench.figures.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.PublishedSearches;
import org.nasworkbench.results.PublishedSearches.Line;
import org.nasworkbench.results.StudyResults;

/** The study's searches beside what others published of the same ones on the same table; nothing where there is nothing. */
record PublishedComparison(StudyResults results) {
    void write(Html html) {
        List<Line> lines = PublishedSearches.beside(results);
        if (lines.isEmpty()) {
            return;
        }
        html.element("h2", "Beside published results");
        html.element(
                "p",
                "Mean ± standard deviation over runs, in %; the difference of the means in standard deviations of the"
                        + " published runs. Published: "
                        + lines.stream().map(Line::source).distinct().collect(Collectors.joining("; "))
                        + ". *: quoted from memory of the source, not confirmed at it.",
                "class",
                "note");
        Table table = new Table("strategy", "metric", "runs #", "this study #", "published #", "difference #");
        for (Line line : lines) {
            table.row(
                    line.strategy(),
                    line.metric(),
                    Integer.toString(line.ours().size()),
                    percent(line.ours().mean(), line.ours().standardDeviation()),
                    percent(line.mean(), line.standardDeviation()) + (line.confirmed() ? "\u2007" : "*"),
                    String.format(Locale.ROOT, "%+.2f", line.distance()));
        }
        table.write(html);
    }

    private static String percent(double mean, double deviation) {
        return Numbers.fixed(100 * mean, 2) + " ± " + Numbers.fixed(100 * deviation, 2);
    }
}
