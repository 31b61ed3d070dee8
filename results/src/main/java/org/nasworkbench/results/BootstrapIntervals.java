package org.nasworkbench.results;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The bootstrap's intervals for pairs of strategies; each strategy is resampled once for all pairs that it is in. */
final class BootstrapIntervals {
    /** So many for each pair: the corrected level of many pairs asks for ends farther out. */
    private static final int RESAMPLES_PER_PAIR = 2000;

    private final Map<String, Sample> samples;
    private final Design design;
    private final Map<String, double[]> means = new HashMap<>();

    /**
     * Resamples the strategies that have at least {@value Bca#FEWEST_RUNS} runs; where runs are paired, all by the same draws.
     *
     * @param pairs how many are compared
     */
    BootstrapIntervals(Map<String, Sample> samples, Design design, int pairs, RandomGenerator random) {
        this.samples = samples;
        this.design = design;
        long shared = random.nextLong();
        samples.forEach((strategy, sample) -> {
            if (sample.size() >= Bca.FEWEST_RUNS) {
                long seed = design == Design.PAIRED ? shared : random.nextLong();
                means.put(strategy, Bca.means(sample, RESAMPLES_PER_PAIR * pairs, new SplittableRandom(seed)));
            }
        });
    }

    /** Empty where one of the two has too few runs. */
    Optional<Interval> of(Pair pair, StudentT student, double alpha) {
        double[] first = means.get(pair.first());
        double[] second = means.get(pair.second());
        if (first == null || second == null) {
            return Optional.empty();
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        double[][] influences = design.influences(samples.get(pair.first()), samples.get(pair.second()));
        return Optional.of(Bca.of(student, differences, influences).interval(alpha));
    }
}
