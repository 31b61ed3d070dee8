package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several runs of a strategy attain in quality and latency at once (V. Grunert da Fonseca, C. Fonseca and A. Hall, "Inferential
 * performance assessment of stochastic optimisers and the attainment function", EMO 2001).
 *
 * @param fronts one for each run, at least one
 */
public record Attainment(List<ParetoFront> fronts) {
    public Attainment {
        fronts = List.copyOf(fronts);
        if (fronts.isEmpty()) {
            throw new IllegalArgumentException("attainment needs at least one run's front, but had none");
        }
    }

    /** The share of runs that have something at least as good in both. */
    public double at(ParetoFront.Point goal) {
        return fronts.stream().filter(front -> front.attains(goal)).count() / (double) fronts.size();
    }

    /** The best that at least {@code runs} of the runs attain: the empirical attainment surface. Empty where fewer have anything. */
    public ParetoFront surface(int runs) {
        if (runs < 1 || runs > fronts.size()) {
            throw new IllegalArgumentException(
                    "an attainment surface is of 1 to " + fronts.size() + " runs, but was asked of " + runs);
        }
        List<ParetoFront.Point> surface = new ArrayList<>();
        Sweep.over(fronts.size(), rises(), (latencyMillis, qualities) -> {
            double[] sorted = qualities.clone();
            Arrays.sort(sorted);
            double quality = sorted[sorted.length - runs];
            if (quality
                    > (surface.isEmpty()
                            ? Double.NEGATIVE_INFINITY
                            : surface.get(surface.size() - 1).quality())) {
                surface.add(new ParetoFront.Point(quality, latencyMillis));
            }
        });
        return new ParetoFront(surface);
    }

    /** What at least half of the runs attain. */
    public ParetoFront median() {
        return surface((fronts.size() + 1) / 2);
    }

    private List<Sweep.Rise> rises() {
        return IntStream.range(0, fronts.size())
                .boxed()
                .flatMap(run -> fronts.get(run).points().stream()
                        .map(point -> new Sweep.Rise(run, point.latencyMillis(), point.quality())))
                .toList();
    }
}
