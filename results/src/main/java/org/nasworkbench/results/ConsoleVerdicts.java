package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The verdicts of one measure in few lines for a terminal: a line a pair, the differences that are shown first. */
final class ConsoleVerdicts {
    private static final int MOST_PAIRS = 8;
    private static final int WIDEST_PAIR = 36;
    private static final int WIDEST_ALONE = 60;

    private ConsoleVerdicts() {}

    /** At most ten lines. */
    static List<String> of(Verdicts verdicts) {
        List<Comparison> pairs = verdicts.comparisons();
        List<Comparison> ordered = Stream.concat(
                        pairs.stream().filter(Comparison::shown),
                        pairs.stream()
                                .filter(pair -> !pair.shown())
                                .sorted(Comparator.comparingInt(
                                        pair -> pair.runsPerArm().orElse(Integer.MAX_VALUE))))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("Differences in " + verdicts.measure() + ", intervals corrected for " + pairs.size()
                + (pairs.size() == 1 ? " pair" : " pairs") + "; ~ runs a side that would show it");
        if (pairs.stream().anyMatch(Comparison::hasFewRuns)) {
            lines.add("  (none is claimed with fewer than " + Comparison.FEWEST_RUNS + " runs on a side)");
        }
        int listed = ordered.size() <= MOST_PAIRS ? ordered.size() : MOST_PAIRS - 1;
        List<Comparison> first = ordered.subList(0, listed);
        int width = first.stream().mapToInt(pair -> names(pair).length()).max().orElse(0);
        int widest = first.stream().allMatch(Comparison::shown) ? WIDEST_ALONE : WIDEST_PAIR;
        first.forEach(pair -> lines.add(line(pair, Math.min(width, widest))));
        if (listed < ordered.size()) {
            lines.add("  in the report: " + rest(ordered.subList(listed, ordered.size())));
        }
        return lines;
    }

    private static String line(Comparison pair, int width) {
        String interval = pair.interval()
                .map(t -> ConsoleTable.format("(%+.4f to %+.4f)", t.low(), t.high()))
                .orElse("(no interval)");
        return ConsoleTable.format(
                        "  %-" + width + "s  %+.4f %-20s%s",
                        fitted(pair, width),
                        pair.difference(),
                        interval,
                        pair.shown() ? "" : "  no difference shown" + needed(pair))
                .stripTrailing();
    }

    /** Both names, each cut to half of the room unless the other needs less. */
    private static String fitted(Comparison pair, int width) {
        int room = width - between(pair).length();
        int half = room / 2;
        return ConsoleTable.shortened(
                        pair.first(), Math.max(half, room - pair.second().length()))
                + between(pair)
                + ConsoleTable.shortened(
                        pair.second(), Math.max(half, room - pair.first().length()));
    }

    private static String names(Comparison pair) {
        return pair.first() + between(pair) + pair.second();
    }

    private static String between(Comparison pair) {
        return !pair.shown() ? ", " : pair.difference() > 0 ? " above " : " below ";
    }

    private static String needed(Comparison pair) {
        return pair.runsPerArm().isPresent()
                ? ConsoleTable.format(" ~%,d", pair.runsPerArm().getAsInt())
                : "";
    }

    private static String rest(List<Comparison> rest) {
        long shown = rest.stream().filter(Comparison::shown).count();
        long open = rest.size() - shown;
        return (shown == 0 ? "" : shown + " more shown" + (open == 0 ? "" : ", "))
                + (open == 0 ? "" : open + " more without a difference shown");
    }
}
