package org.nasworkbench.results;

import java.util.Optional;

/**
 * How far a search's mean accuracy lies above that of networks drawn at random from the same space, relative to the latter:
 * 100 (search - random) / random (A. Yang, P. Esperança and F. Carlucci, "NAS evaluation is frustratingly hard", ICLR 2020,
 * arXiv:1912.12522).
 *
 * @param percent negative where the search is worse
 * @param interval of the percentage, for the ratio of two means with unequal variances (E. Fieller, "Some problems in interval
 *     estimation", Journal of the Royal Statistical Society B 16, 1954) with Welch's degrees of freedom at the observed ratio; empty
 *     where there is nothing to judge by, or the random networks' mean is not shown to be above 0
 */
public record Improvement(double percent, Optional<Interval> interval) {
    /**
     * A search over random sampling.
     *
     * @param search one number from each run
     * @param random as many or fewer or more from random sampling; their mean is above 0
     */
    public static Improvement of(Sample search, Sample random) {
        if (search.size() == 0 || !(random.mean() > 0)) {
            throw new IllegalArgumentException(
                    "an improvement needs a run of the search and a random mean above 0, but had " + search.size()
                            + " runs and " + random.mean());
        }
        double ratio = search.mean() / random.mean();
        return new Improvement(percent(ratio), interval(search, random, ratio));
    }

    private static Optional<Interval> interval(Sample search, Sample random, double ratio) {
        double a = search.variance() / search.size();
        double b = random.variance() / random.size();
        if (!(a + ratio * ratio * b > 0)) {
            return Optional.empty();
        }
        double reach = StudentT.reach(
                StudentT.welchDegrees(a, search.size(), ratio * ratio * b, random.size()), Comparison.ALPHA);
        double square = random.mean() * random.mean() - reach * reach * b;
        if (square <= 0) {
            return Optional.empty();
        }
        double middle = search.mean() * random.mean();
        double half = Math.sqrt(middle * middle - square * (search.mean() * search.mean() - reach * reach * a));
        return Optional.of(new Interval(
                percent((middle - half) / square), percent((middle + half) / square), 1 - Comparison.ALPHA));
    }

    private static double percent(double ratio) {
        return 100 * (ratio - 1);
    }
}
