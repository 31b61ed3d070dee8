package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.nasworkbench.figures.XyPanel.Point;

/**
 * The best value so far over time, summarised over seeds: median, least and most at each time. It starts when every seed has a value
 * and ends when the last seed ends; a seed that ended earlier keeps its last value.
 */
record BestCurve(List<Point> median, List<Point> low, List<Point> high) {
    /** Nothing to show. */
    static final BestCurve EMPTY = new BestCurve(List.of(), List.of(), List.of());

    /**
     * Summarises seeds.
     *
     * @param seeds for each seed its values over time, in the order of time
     * @param end when the last seed ended
     */
    static BestCurve of(List<List<Point>> seeds, double end) {
        List<List<Point>> scored =
                seeds.stream().map(Front::of).filter(s -> !s.isEmpty()).toList();
        if (scored.isEmpty()) {
            return EMPTY;
        }
        double start = scored.stream().mapToDouble(s -> s.get(0).x()).max().orElseThrow();
        TreeSet<Double> times = new TreeSet<>(List.of(start, Math.max(start, end)));
        scored.forEach(
                seed -> seed.stream().map(Point::x).filter(x -> x > start).forEach(times::add));
        List<Point> median = new ArrayList<>();
        List<Point> low = new ArrayList<>();
        List<Point> high = new ArrayList<>();
        for (double time : times) {
            double[] best = scored.stream()
                    .mapToDouble(seed -> best(seed, time))
                    .sorted()
                    .toArray();
            int n = best.length;
            median.add(new Point(time, (best[(n - 1) / 2] + best[n / 2]) / 2));
            low.add(new Point(time, best[0]));
            high.add(new Point(time, best[n - 1]));
        }
        return new BestCurve(Front.stairs(median), Front.stairs(low), Front.stairs(high));
    }

    /** The outline of the area between least and most; empty for one seed. */
    List<Point> band() {
        if (low.equals(high)) {
            return List.of();
        }
        List<Point> outline = new ArrayList<>(high);
        for (int i = low.size() - 1; i >= 0; i--) {
            outline.add(low.get(i));
        }
        return outline;
    }

    /** All heights that it takes. */
    double[] heights() {
        return Arrays.asList(low, high).stream()
                .flatMap(List::stream)
                .mapToDouble(Point::y)
                .toArray();
    }

    private static double best(List<Point> seed, double time) {
        return seed.stream()
                .filter(p -> p.x() <= time)
                .mapToDouble(Point::y)
                .max()
                .orElseThrow();
    }
}
