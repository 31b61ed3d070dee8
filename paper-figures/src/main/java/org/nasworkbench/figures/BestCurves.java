package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.nasworkbench.figures.BestCurve.Band;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;

/**
 * The curves of a study's searches, and the level that random sampling sets: sampling does not search, so it has a mean and no curve.
 *
 * @param band what the curves' bands span: the middle half of the seeds where every search has enough of them
 * @param curves by strategy, x in seconds
 * @param floor the mean value of the networks drawn at random, by strategy; mostly one
 */
record BestCurves(Band band, Map<String, BestCurve> curves, Map<String, Double> floor) {
    private static final String SAMPLING = "random-sampling";
    private static final int MANY_SEEDS = 10;

    /** With many seeds what is drawn before this share of the time may lie below the axis. */
    private static final double EARLY = 0.05;

    static BestCurves of(StudyResults results, List<String> strategies) {
        Clock clock = Clock.of(results);
        Map<String, List<List<Point>>> values = new LinkedHashMap<>();
        Map<String, Double> floor = new LinkedHashMap<>();
        for (String strategy : strategies) {
            if (samples(results, strategy)) {
                mean(results, strategy).ifPresent(mean -> floor.put(strategy, mean));
            } else {
                values.put(strategy, new ArrayList<>());
            }
        }
        Map<String, Double> ends = new LinkedHashMap<>();
        for (RunKey run : clock.trials().keySet()) {
            if (values.containsKey(run.strategy())) {
                values.get(run.strategy()).add(clock.values(run.strategy(), run.seed()));
                ends.merge(run.strategy(), clock.end(run.strategy(), run.seed()), Math::max);
            }
        }
        int fewest = values.values().stream()
                .mapToInt(
                        seeds -> (int) seeds.stream().filter(s -> !s.isEmpty()).count())
                .filter(seeds -> seeds > 0)
                .min()
                .orElse(0);
        Band band = fewest >= MANY_SEEDS ? Band.MIDDLE_HALF : Band.LEAST_TO_MOST;
        Map<String, BestCurve> curves = new LinkedHashMap<>();
        values.forEach(
                (strategy, seeds) -> curves.put(strategy, BestCurve.of(seeds, ends.getOrDefault(strategy, 0.0), band)));
        return new BestCurves(band, curves, floor);
    }

    /** When the last curve ends, in seconds; 0 without curves. */
    double end() {
        return curves.values().stream()
                .flatMap(curve -> curve.median().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(0);
    }

    /**
     * The values that the axis spans: all; with many seeds those of the curves after their first moments, when the worst of many
     * beginnings would take most of the axis.
     */
    double[] spanned() {
        double from = band == Band.MIDDLE_HALF ? EARLY * end() : 0;
        DoubleStream found = curves.values().stream().flatMapToDouble(curve -> DoubleStream.of(curve.heights(from)));
        return band == Band.MIDDLE_HALF
                ? found.toArray()
                : DoubleStream.concat(found, floor.values().stream().mapToDouble(Double::doubleValue))
                        .toArray();
    }

    /** How many seeds a curve summarises: {@code 500}, or {@code 480 to 500}. */
    String seeds() {
        int[] seeds = curves.values().stream()
                .mapToInt(BestCurve::seeds)
                .filter(n -> n > 0)
                .sorted()
                .distinct()
                .toArray();
        return seeds.length == 0 ? "0" : seeds[0] + (seeds.length == 1 ? "" : " to " + seeds[seeds.length - 1]);
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
