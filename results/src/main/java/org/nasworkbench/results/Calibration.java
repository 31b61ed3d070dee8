package org.nasworkbench.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Tries the rule by which differences are claimed ({@link Comparison}) on made-up studies whose truth is known. Their runs are drawn
 * with replacement from a pool of real numbers, such as the scores of all runs of one strategy, so that skew, ties and outliers are
 * those of the matter.
 *
 * @param pool what runs are drawn from
 * @param design how they are compared; runs that are drawn share nothing, and may be paired all the same
 * @param runs in each arm
 */
public record Calibration(Sample pool, Design design, int runs) {
    public Calibration {
        if (pool.size() < 2 || runs < 1) {
            throw new IllegalArgumentException(
                    "a calibration needs a pool of two numbers or more and a run or more in each arm," + " but had "
                            + pool.size() + " numbers and " + runs + " runs");
        }
    }

    /**
     * A/A: all arms are the same.
     *
     * @return in how many of the studies any difference was claimed; the rule allows a chance of {@link Comparison#ALPHA}
     */
    public Proportion falseDifferences(int arms, int studies, RandomGenerator random) {
        double[] shifts = new double[arms];
        return claims(shifts, studies, Comparison::shown, random);
    }

    /**
     * Two arms, of which the first is better by {@code shift}.
     *
     * @return in how many of the studies the first was claimed to be above the second
     */
    public Proportion foundDifferences(double shift, int studies, RandomGenerator random) {
        return claims(
                new double[] {shift, 0},
                studies,
                comparison -> comparison.shown() && comparison.difference() > 0,
                random);
    }

    /** In how many studies a claim of this kind is made about any pair, where each arm is shifted so far. */
    Proportion claims(double[] shifts, int studies, Predicate<Comparison> claim, RandomGenerator random) {
        int claimed = 0;
        for (int study = 0; study < studies; study++) {
            Map<String, Sample> arms = new LinkedHashMap<>();
            for (double shift : shifts) {
                arms.put("arm " + (arms.size() + 1), draw(shift, random));
            }
            List<Comparison> comparisons = Comparison.between("calibration", arms, design, random);
            claimed += comparisons.stream().anyMatch(claim) ? 1 : 0;
        }
        return new Proportion(claimed, studies);
    }

    private Sample draw(double shift, RandomGenerator random) {
        return Sample.of(random.ints(runs, 0, pool.size())
                .mapToDouble(i -> pool.values().get(i) + shift)
                .toArray());
    }
}
