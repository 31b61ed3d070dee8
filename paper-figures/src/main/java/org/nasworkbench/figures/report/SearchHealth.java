package org.nasworkbench.figures.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.LogitsHistory;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Trace;

/** How the searches themselves fared: a small curve for each strategy and series, one line a seed, of many seeds the first ones. */
record SearchHealth(StudyResults results) {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 44;
    private static final int MOST_SEEDS = 20;
    private static final String OF_BLOCKS =
            " What was traced of single blocks is in the figures supernet-health and option-probabilities, and in traces.csv.";

    void write(Html html) {
        List<Trace> whole = results.traces().stream()
                .filter(trace -> !LogitsHistory.isOfBlock(trace.series()))
                .toList();
        if (whole.isEmpty()) {
            return;
        }
        html.element("h2", "Search health");
        long[] seeds = whole.stream().mapToLong(Trace::seed).distinct().sorted().toArray();
        long last = seeds[Math.min(seeds.length, MOST_SEEDS) - 1];
        html.element(
                "p",
                "One line a seed"
                        + (seeds.length > MOST_SEEDS ? ", the first " + MOST_SEEDS + " of " + seeds.length : "")
                        + "; in brackets the range that a curve's box spans."
                        + (whole.size() < results.traces().size() ? OF_BLOCKS : ""),
                "class",
                "note");
        html.open("div", "class", "health");
        Map<String, List<Trace>> groups = whole.stream()
                .filter(trace -> trace.seed() <= last)
                .collect(Collectors.groupingBy(
                        t -> t.strategy() + ": " + t.series(), LinkedHashMap::new, Collectors.toList()));
        groups.forEach((name, traces) -> series(html, name, traces));
        html.close();
    }

    private static void series(Html html, String name, List<Trace> traces) {
        List<Trace> finite =
                traces.stream().filter(t -> Double.isFinite(t.value())).toList();
        var range = finite.stream().mapToDouble(Trace::value).summaryStatistics();
        html.open("div");
        html.open("p").text(name);
        if (!finite.isEmpty()) {
            html.text(" (" + Numbers.rounded(range.getMin()) + " to " + Numbers.rounded(range.getMax()) + ")");
        }
        if (finite.size() < traces.size()) {
            html.text(", " + (traces.size() - finite.size()) + " values are no numbers");
        }
        html.close();
        html.open("svg", "viewBox", "0 0 200 44", "preserveAspectRatio", "none", "role", "img", "aria-label", name);
        int first = finite.stream().mapToInt(Trace::step).min().orElse(0);
        int last = finite.stream().mapToInt(Trace::step).max().orElse(0);
        finite.stream()
                .collect(Collectors.groupingBy(Trace::seed, LinkedHashMap::new, Collectors.toList()))
                .forEach((seed, line) -> html.empty(
                        "polyline",
                        "fill",
                        "none",
                        "stroke",
                        "currentColor",
                        "stroke-width",
                        "1.5",
                        "vector-effect",
                        "non-scaling-stroke",
                        "points",
                        points(line, first, last, range.getMin(), range.getMax())));
        html.close().close();
    }

    private static String points(List<Trace> line, int first, int last, double low, double high) {
        return line.stream()
                .sorted(Comparator.comparingInt(Trace::step))
                .map(t -> {
                    double x = last == first ? WIDTH / 2 : WIDTH * (t.step() - first) / (last - first);
                    double share = high > low ? (t.value() - low) / (high - low) : 0.5;
                    return String.format(Locale.ROOT, "%.1f,%.1f", x, HEIGHT - 2 - share * (HEIGHT - 4));
                })
                .collect(Collectors.joining(" "));
    }
}
