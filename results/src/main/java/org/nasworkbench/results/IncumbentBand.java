package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.work.Seeds;

/**
 * The incumbents of one strategy's runs together, as a step function of what was spent: their centre, and a band around it. It
 * stands only where every run has found something and none has ended: a run's last value is carried forward between its trials,
 * never past its last one, since that would credit it with time that it did not spend.
 *
 * <p>The band is a confidence interval of the centre at each cost alone, not of the whole curve. With few runs it is their least
 * and largest value instead, which is all there is.
 *
 * @param points by spent, each valid up to the next; the last one at the end
 * @param runs how many
 * @param confidence of the band; empty where it goes from the least run to the largest
 */
public record IncumbentBand(List<Point> points, int runs, Centre centre, OptionalDouble confidence) {
    public IncumbentBand {
        points = List.copyOf(points);
    }

    /** Centre and band from {@code spent} on. */
    public record Point(double spent, double centre, double low, double high) {}

    /**
     * The bands of a study's searches, in its order; the resamples follow from the study's name. A run that is waiting for its first
     * trial is not counted among the runs; one that ended without any is, and leaves its search without a band.
     */
    public static Map<String, IncumbentBand> bySearch(StudyResults study, Incumbent.Axis axis, Centre centre) {
        Map<RunKey, Incumbent> curves = Incumbent.byRun(study, axis);
        Map<String, List<Incumbent>> searches = new LinkedHashMap<>();
        study.runs().stream().filter(StudyResults.Run::searches).forEach(run -> {
            List<Incumbent> search = searches.computeIfAbsent(run.strategy(), name -> new ArrayList<>());
            if (curves.containsKey(run.key()) || !run.status().equals("running")) {
                search.add(curves.getOrDefault(run.key(), Incumbent.NOTHING));
            }
        });
        Map<String, IncumbentBand> bands = new LinkedHashMap<>();
        searches.forEach((strategy, runs) ->
                bands.put(strategy, over(runs, centre, Seeds.random(0, "incumbents", study.name(), strategy, axis))));
        return bands;
    }

    /** The band of curves: a point at every place where one of them rises, and at the end, so that nothing falls between. */
    public static IncumbentBand over(List<Incumbent> curves, Centre centre, RandomGenerator random) {
        double begin = curves.stream()
                .mapToDouble(curve -> curve.steps().isEmpty()
                        ? Double.POSITIVE_INFINITY
                        : curve.steps().get(0).spent())
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        double end = curves.stream().mapToDouble(Incumbent::end).min().orElse(0);
        CentreBand band = CentreBand.of(centre, curves.size(), random);
        List<Point> points = new ArrayList<>();
        Sweep.over(curves.size(), rises(curves), (spent, values) -> {
            if (spent >= begin && spent <= end) {
                Interval interval = band.of(values);
                points.add(new Point(spent, centre.of(values), interval.low(), interval.high()));
            }
        });
        if (!points.isEmpty() && points.get(points.size() - 1).spent() < end) {
            Point last = points.get(points.size() - 1);
            points.add(new Point(end, last.centre(), last.low(), last.high()));
        }
        return new IncumbentBand(points, curves.size(), centre, band.confidence());
    }

    /** The values at a cost; empty where the band does not stand. */
    public Optional<Point> at(double spent) {
        if (points.isEmpty() || spent > points.get(points.size() - 1).spent()) {
            return Optional.empty();
        }
        return points.stream().filter(point -> point.spent() <= spent).reduce((before, after) -> after);
    }

    /** All points where they are few; else what the band is at its ends and at evenly spaced costs between them. */
    public List<Point> thinned(int most) {
        if (points.size() <= most) {
            return points;
        }
        double begin = points.get(0).spent();
        double length = points.get(points.size() - 1).spent() - begin;
        return IntStream.rangeClosed(0, most)
                .mapToDouble(i -> i == most ? begin + length : begin + i * length / most)
                .mapToObj(spent ->
                        at(spent).map(point -> new Point(spent, point.centre(), point.low(), point.high())).stream())
                .flatMap(point -> point)
                .toList();
    }

    /** What the band is, for a legend. */
    public String words() {
        return confidence.isPresent()
                ? Math.round(100 * confidence.getAsDouble()) + " % interval of the " + centre.label() + " of " + runs
                        + " runs, at each cost alone"
                : "least to largest of " + runs + " runs";
    }

    private static List<Sweep.Rise> rises(List<Incumbent> curves) {
        return IntStream.range(0, curves.size())
                .boxed()
                .flatMap(run ->
                        curves.get(run).steps().stream().map(step -> new Sweep.Rise(run, step.spent(), step.value())))
                .toList();
    }
}
