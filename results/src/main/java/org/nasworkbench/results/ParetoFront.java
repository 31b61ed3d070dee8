package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Points of which none is at least as good as another in both quality, of which more is better, and latency, of which less is.
 *
 * @param points by latency; quality rises with it
 */
public record ParetoFront(List<Point> points) {
    public ParetoFront {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            Point faster = points.get(i - 1);
            Point slower = points.get(i);
            if (!(slower.latencyMillis() > faster.latencyMillis() && slower.quality() > faster.quality())) {
                throw new IllegalArgumentException("latency and quality of a front must both rise from point to point,"
                        + " but " + slower + " came after " + faster);
            }
        }
    }

    /** One network. */
    public record Point(double quality, double latencyMillis) {
        public Point {
            if (!Double.isFinite(quality) || !Double.isFinite(latencyMillis)) {
                throw new IllegalArgumentException(
                        "quality and latency must be finite, but were " + quality + " and " + latencyMillis + " ms");
            }
        }
    }

    /** The front of any points. */
    public static ParetoFront of(Collection<Point> points) {
        List<Point> front = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (Point point : points.stream()
                .sorted(Comparator.comparingDouble(Point::latencyMillis)
                        .thenComparing(
                                Comparator.comparingDouble(Point::quality).reversed()))
                .toList()) {
            if (point.quality() > best) {
                front.add(point);
                best = point.quality();
            }
        }
        return new ParetoFront(front);
    }

    /** The front of a run's scored trials of known latency, by score. */
    public static ParetoFront ofTrials(Collection<StudyResults.TrialRow> trials) {
        return of(trials.stream()
                .filter(trial ->
                        trial.score().isPresent() && trial.latencyMillis().isPresent())
                .map(trial -> new Point(
                        trial.score().getAsDouble(), trial.latencyMillis().getAsDouble()))
                .toList());
    }

    /**
     * The area that the front dominates, bounded by a reference point (E. Zitzler and L. Thiele, "Multiobjective optimization using
     * evolutionary algorithms: a comparative case study", PPSN V, 1998), in units of quality times milliseconds. What is not better
     * than the reference in both adds nothing.
     */
    public double hypervolume(Point reference) {
        double area = 0;
        for (int i = 0; i < points.size(); i++) {
            double from = points.get(i).latencyMillis();
            double to = i + 1 < points.size() ? points.get(i + 1).latencyMillis() : Double.POSITIVE_INFINITY;
            area += Math.max(0, Math.min(to, reference.latencyMillis()) - from)
                    * Math.max(0, points.get(i).quality() - reference.quality());
        }
        return area;
    }

    /** Whether some point is at least as good as this one in both. */
    public boolean attains(Point goal) {
        return points.stream()
                .anyMatch(point -> point.quality() >= goal.quality() && point.latencyMillis() <= goal.latencyMillis());
    }
}
