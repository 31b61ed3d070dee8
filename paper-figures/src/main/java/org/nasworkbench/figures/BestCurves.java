package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.Centre;
import org.nasworkbench.results.Incumbent;
import org.nasworkbench.results.IncumbentBand;
import org.nasworkbench.results.StudyResults;

/**
 * The curves of a study's searches, and the level that random sampling sets: sampling does not search, so it has a mean and no curve.
 *
 * @param axis what the curves are drawn against
 * @param bands by search
 * @param curves the same as they are drawn
 * @param singles the runs of searches whose band stands nowhere, each by itself; those that found nothing have none
 * @param floor the values of the networks drawn at random, by strategy; mostly one
 */
record BestCurves(
        Incumbent.Axis axis,
        Map<String, IncumbentBand> bands,
        Map<String, BestCurve> curves,
        Map<String, List<List<Point>>> singles,
        Map<String, Floor> floor) {
    /** With many runs what is drawn before this share of the cost may lie below the axis. */
    private static final double EARLY = 0.05;

    /** The mean of so many networks. */
    record Floor(double mean, long networks) {}

    static BestCurves of(StudyResults results) {
        Incumbent.Axis axis = Incumbent.Axis.of(results);
        Map<String, IncumbentBand> bands = IncumbentBand.bySearch(results, axis, Centre.MEAN);
        Map<String, BestCurve> curves = new LinkedHashMap<>();
        bands.forEach((strategy, band) -> curves.put(strategy, BestCurve.of(band)));
        Map<String, List<List<Point>>> singles = new LinkedHashMap<>();
        Incumbent.byRun(results, axis).forEach((run, incumbent) -> {
            boolean alone = bands.containsKey(run.strategy())
                    && bands.get(run.strategy()).points().isEmpty();
            if (alone && !incumbent.steps().isEmpty()) {
                singles.computeIfAbsent(run.strategy(), strategy -> new ArrayList<>())
                        .add(line(incumbent));
            }
        });
        return new BestCurves(axis, bands, curves, singles, floor(results));
    }

    private static List<Point> line(Incumbent incumbent) {
        List<Point> points = new ArrayList<>();
        incumbent.steps().forEach(step -> points.add(new Point(step.spent(), step.value())));
        points.add(new Point(incumbent.end(), points.get(points.size() - 1).y()));
        return Stairs.through(points);
    }

    private static Map<String, Floor> floor(StudyResults results) {
        List<String> samplings = results.runs().stream()
                .filter(run -> !run.searches())
                .map(StudyResults.Run::strategy)
                .distinct()
                .toList();
        Map<String, Floor> floor = new LinkedHashMap<>();
        results.fullTrials().stream()
                .filter(trial -> trial.value().isPresent() && samplings.contains(trial.strategy()))
                .collect(Collectors.groupingBy(
                        StudyResults.TrialRow::strategy,
                        LinkedHashMap::new,
                        Collectors.summarizingDouble(trial -> trial.value().getAsDouble())))
                .forEach((strategy, values) -> floor.put(strategy, new Floor(values.getAverage(), values.getCount())));
        return floor;
    }

    /** Where the last line ends; 0 without any. */
    double end() {
        return DoubleStream.concat(
                        curves.values().stream().mapToDouble(BestCurve::end),
                        singlePoints().mapToDouble(Point::x))
                .max()
                .orElse(0);
    }

    private Stream<Point> singlePoints() {
        return singles.values().stream().flatMap(List::stream).flatMap(List::stream);
    }

    /** Whether every search has runs enough for an interval. */
    boolean intervals() {
        return !bands.isEmpty()
                && bands.values().stream().allMatch(band -> band.confidence().isPresent());
    }

    /**
     * The values that the axis spans: all; with many runs those of the curves after their first moments, when the beginnings would
     * take most of the axis.
     */
    double[] spanned() {
        double from = intervals() ? EARLY * end() : 0;
        DoubleStream found = DoubleStream.concat(
                curves.values().stream().flatMapToDouble(curve -> DoubleStream.of(curve.heights(from))),
                singlePoints().filter(point -> point.x() >= from).mapToDouble(Point::y));
        return intervals()
                ? found.toArray()
                : DoubleStream.concat(found, floor.values().stream().mapToDouble(Floor::mean))
                        .toArray();
    }

    /** The searches of which nothing is drawn. */
    List<String> without() {
        return curves.keySet().stream()
                .filter(search -> curves.get(search).centre().isEmpty() && !singles.containsKey(search))
                .toList();
    }
}
