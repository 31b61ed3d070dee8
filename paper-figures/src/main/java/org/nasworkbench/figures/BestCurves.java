package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;
import org.nasworkbench.results.StudyResults.TrialRow;

/**
 * The curves of a study's searches, and the level that random sampling sets: sampling does not search, so it has a mean and no curve.
 *
 * @param curves by strategy, x in seconds
 * @param floor the mean value of the networks drawn at random, by strategy; mostly one
 */
record BestCurves(Map<String, BestCurve> curves, Map<String, Double> floor) {
    private static final String SAMPLING = "random-sampling";

    static BestCurves of(StudyResults results, List<String> strategies) {
        Map<String, BestCurve> curves = new LinkedHashMap<>();
        Map<String, Double> floor = new LinkedHashMap<>();
        for (String strategy : strategies) {
            if (samples(results, strategy)) {
                mean(results, strategy).ifPresent(mean -> floor.put(strategy, mean));
            } else {
                curves.put(strategy, curve(results, strategy));
            }
        }
        return new BestCurves(curves, floor);
    }

    /** When the last curve ends, in seconds; 0 without curves. */
    double end() {
        return curves.values().stream()
                .flatMap(curve -> curve.median().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(0);
    }

    /** All values that are shown. */
    double[] heights() {
        return DoubleStream.concat(
                        curves.values().stream().flatMapToDouble(curve -> DoubleStream.of(curve.heights())),
                        floor.values().stream().mapToDouble(Double::doubleValue))
                .toArray();
    }

    private static BestCurve curve(StudyResults results, String strategy) {
        Clock clock = Clock.of(results);
        List<List<Point>> seeds = new ArrayList<>();
        double end = 0;
        for (long seed : seeds(results, strategy)) {
            seeds.add(clock.values(strategy, seed));
            end = Math.max(end, clock.end(strategy, seed));
        }
        return BestCurve.of(seeds, end);
    }

    private static long[] seeds(StudyResults results, String strategy) {
        return results.trials().stream()
                .filter(t -> t.strategy().equals(strategy))
                .mapToLong(TrialRow::seed)
                .distinct()
                .toArray();
    }

    private static OptionalDouble mean(StudyResults results, String strategy) {
        return results.trials().stream()
                .filter(t -> t.strategy().equals(strategy) && t.value().isPresent())
                .mapToDouble(t -> t.value().getAsDouble())
                .average();
    }

    private static boolean samples(StudyResults results, String strategy) {
        return results.runs().stream()
                .filter(run -> run.strategy().equals(strategy))
                .map(Run::type)
                .anyMatch(SAMPLING::equals);
    }
}
