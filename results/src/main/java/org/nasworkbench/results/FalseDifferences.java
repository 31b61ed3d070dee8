package org.nasworkbench.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * How often a search is told apart from itself: A/A comparisons whose arms are runs of one and the same strategy, no run in two of
 * them. Where a test is as good as its level, it does so in 5 % at most.
 *
 * @param runs in each arm
 * @param byTest in how many comparisons each test claimed a difference at 0.05; the first is the one that decides
 */
public record FalseDifferences(int runs, Map<String, Proportion> byTest) {
    private static final String WELCH = "Welch's t (decides)";
    private static final String RANKS = "Mann-Whitney";
    private static final String BOOTSTRAP = "BCa";

    /**
     * Compares the first runs with the next, those after them with the next again, and so on.
     *
     * @param scores one of each run, in an order that says nothing
     * @param runs in each arm, at least {@value Comparison#FEWEST_RUNS}
     * @param comparisons how many, each of two arms
     */
    public static FalseDifferences of(Sample scores, int runs, int comparisons, RandomGenerator random) {
        if (runs < Comparison.FEWEST_RUNS || comparisons < 1 || 2L * runs * comparisons > scores.size()) {
            throw new IllegalArgumentException("A/A comparisons need arms of at least " + Comparison.FEWEST_RUNS
                    + " runs and two arms each, but were " + comparisons + " with " + runs + " runs an arm, of "
                    + scores.size() + " runs in all");
        }
        Map<String, Predicate<Comparison>> tests = new LinkedHashMap<>();
        tests.put(WELCH, Comparison::shown);
        tests.put(RANKS, comparison -> comparison.correctedRankP() <= Comparison.ALPHA);
        if (runs >= Bca.FEWEST_RUNS) {
            tests.put(BOOTSTRAP, comparison -> comparison
                    .bootstrapInterval()
                    .filter(Interval::excludesZero)
                    .isPresent());
        }
        Map<String, Integer> claims = new LinkedHashMap<>();
        for (int i = 0; i < comparisons; i++) {
            Map<String, Sample> arms = new LinkedHashMap<>();
            arms.put("first", arm(scores, 2 * i, runs));
            arms.put("second", arm(scores, 2 * i + 1, runs));
            Comparison comparison = Comparison.between("score", arms, Design.INDEPENDENT, random)
                    .get(0);
            tests.forEach((name, claim) -> claims.merge(name, claim.test(comparison) ? 1 : 0, Integer::sum));
        }
        Map<String, Proportion> byTest = new LinkedHashMap<>();
        claims.forEach((name, count) -> byTest.put(name, new Proportion(count, comparisons)));
        return new FalseDifferences(runs, byTest);
    }

    private static Sample arm(Sample scores, int place, int runs) {
        List<Double> values = scores.values();
        return new Sample(values.subList(place * runs, (place + 1) * runs));
    }
}
