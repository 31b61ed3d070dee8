package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nasworkbench.figures.XyPanel.Point;

/**
 * The best value so far over time, summarised over seeds: the median and a band around it at each time. It starts when every seed has
 * a value and ends when the last seed ends; a seed that ended earlier keeps its last value.
 *
 * @param seeds how many had a value
 */
record BestCurve(int seeds, List<Point> median, List<Point> low, List<Point> high) {
    /** Nothing to show. */
    static final BestCurve EMPTY = new BestCurve(0, List.of(), List.of(), List.of());

    /** Beyond so many times at which a seed rises, the curve is drawn at evenly spaced ones, half a point apart in a column. */
    private static final int MOST_TIMES = 400;

    /** What the band spans. */
    enum Band {
        /** All seeds: of a few, quartiles would be invented. */
        LEAST_TO_MOST(0, 1),
        /** From the 25th to the 75th percentile. */
        MIDDLE_HALF(0.25, 0.75);

        private final double low;
        private final double high;

        Band(double low, double high) {
            this.low = low;
            this.high = high;
        }
    }

    /**
     * Summarises seeds.
     *
     * @param seeds for each seed its values over time, in the order of time
     * @param end when the last seed ended
     */
    static BestCurve of(List<List<Point>> seeds, double end, Band band) {
        List<List<Point>> scored =
                seeds.stream().map(Front::of).filter(s -> !s.isEmpty()).toList();
        if (scored.isEmpty()) {
            return EMPTY;
        }
        double[] times = times(scored, end);
        double[][] best = new double[times.length][scored.size()];
        for (int seed = 0; seed < scored.size(); seed++) {
            fill(best, seed, scored.get(seed), times);
        }
        Arrays.stream(best).forEach(Arrays::sort);
        return new BestCurve(
                scored.size(), curve(times, best, 0.5), curve(times, best, band.low), curve(times, best, band.high));
    }

    private static double[] times(List<List<Point>> scored, double end) {
        double start = scored.stream().mapToDouble(s -> s.get(0).x()).max().orElseThrow();
        double last = Math.max(start, end);
        TreeSet<Double> rises = scored.stream()
                .flatMap(List::stream)
                .map(Point::x)
                .filter(x -> x > start)
                .collect(Collectors.toCollection(TreeSet::new));
        DoubleStream between = rises.size() <= MOST_TIMES
                ? rises.stream().mapToDouble(Double::doubleValue)
                : IntStream.range(1, MOST_TIMES).mapToDouble(i -> start + i * (last - start) / MOST_TIMES);
        return DoubleStream.concat(DoubleStream.of(start, last), between)
                .sorted()
                .distinct()
                .toArray();
    }

    /** What one seed had found at each time. */
    private static void fill(double[][] best, int seed, List<Point> rises, double[] times) {
        int rise = 0;
        for (int i = 0; i < times.length; i++) {
            while (rise + 1 < rises.size() && rises.get(rise + 1).x() <= times[i]) {
                rise++;
            }
            best[i][seed] = rises.get(rise).y();
        }
    }

    private static List<Point> curve(double[] times, double[][] sorted, double share) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            points.add(new Point(times[i], quantile(sorted[i], share)));
        }
        return Front.stairs(points);
    }

    /** Between the two values nearest to a share of the way through sorted ones. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double weight = place - below;
        return (1 - weight) * sorted[below] + weight * sorted[Math.min(below + 1, sorted.length - 1)];
    }

    /** The outline of the band; empty for one seed. */
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

    /** All heights that it takes from a time on. */
    double[] heights(double from) {
        return Arrays.asList(low, high).stream()
                .flatMap(List::stream)
                .filter(point -> point.x() >= from)
                .mapToDouble(Point::y)
                .toArray();
    }
}
