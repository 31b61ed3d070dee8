package org.nasworkbench.figures.report;

import java.util.List;
import java.util.Locale;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.Comparison;
import org.nasworkbench.results.Interval;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.Verdicts;

/** What may be said of each pair of strategies: a table a measure. */
record VerdictTables(StudyResults results) {
    void write(Html html) {
        List<Verdicts> all = Verdicts.of(results);
        if (all.isEmpty()) {
            return;
        }
        html.element("h2", "Comparisons");
        html.element(
                "p",
                "Differences of means over runs, first less second. A difference is claimed where Welch's t interval, at the level"
                        + " that Holm's correction leaves to the pair, excludes 0 and each side has at least "
                        + Comparison.FEWEST_RUNS
                        + " runs; where all strategies are equal, the chance of any claim in a measure is at most 5 %. Elsewhere no"
                        + " difference is shown, which is not “equal”: the last column is how many runs a side would show one as"
                        + " large as observed with power 0.8, an order of magnitude. The bootstrap's interval (BCa, where runs"
                        + " are enough for it) and A12, the chance that a run of the first is above one of the second, decide nothing.",
                "class",
                "note");
        for (Verdicts verdicts : all) {
            html.element("h3", capital(verdicts.measure()));
            if (!verdicts.note().isEmpty()) {
                html.element("p", verdicts.note(), "class", "note");
            }
            table(verdicts).write(html);
        }
    }

    private static Table table(Verdicts verdicts) {
        Table table =
                new Table("pair", "verdict", "difference #", "interval #", "BCa #", "n #", "A12 #", "runs needed #");
        for (Comparison pair : verdicts.comparisons()) {
            table.row(
                    pair.first() + ", " + pair.second(),
                    !pair.shown() ? "no difference shown" : "first " + (pair.difference() > 0 ? "above" : "below"),
                    signed(pair.difference()),
                    pair.interval()
                            .map(t -> ends(t) + "\n" + Numbers.fixed(100 * t.confidence(), 2) + " %")
                            .orElse("–"),
                    pair.bootstrapInterval().map(VerdictTables::ends).orElse("–"),
                    pair.firstRuns() == pair.secondRuns()
                            ? Integer.toString(pair.firstRuns())
                            : pair.firstRuns() + ", " + pair.secondRuns(),
                    Numbers.fixed(pair.superiority(), 2),
                    pair.shown() || pair.runsPerArm().isEmpty()
                            ? "–"
                            : String.format(
                                    Locale.ROOT, "about %,d", pair.runsPerArm().getAsInt()));
        }
        return table;
    }

    private static String ends(Interval interval) {
        return signed(interval.low()) + " to " + signed(interval.high());
    }

    private static String signed(double number) {
        return String.format(Locale.ROOT, "%+.4f", number);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
