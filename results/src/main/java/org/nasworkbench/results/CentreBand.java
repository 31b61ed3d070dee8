package org.nasworkbench.results;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** A confidence interval of the centre of runs, for values that change from call to call. */
sealed interface CentreBand permits CentreBand.All, CentreBand.OrderStatistics, ResampledMean {
    /** What the intervals leave out. */
    double ALPHA = Comparison.ALPHA;

    /** The interval for the values that the runs have now, each at its run's place. */
    Interval of(double[] values);

    /** Empty where the interval is no confidence interval but goes from the least value to the largest. */
    default OptionalDouble confidence() {
        return OptionalDouble.of(1 - ALPHA);
    }

    /** The one for this many runs. */
    static CentreBand of(Centre centre, int runs, RandomGenerator random) {
        if (centre == Centre.MEAN && runs >= Bca.FEWEST_RUNS) {
            return new ResampledMean(runs, random);
        }
        int rank = centre == Centre.MEDIAN ? OrderStatistics.lowest(runs) : 0;
        return rank == 0 ? new All() : new OrderStatistics(rank);
    }

    /** From the least to the largest. */
    record All() implements CentreBand {
        @Override
        public Interval of(double[] values) {
            return new Interval(StatUtils.min(values), StatUtils.max(values), 1);
        }

        @Override
        public OptionalDouble confidence() {
            return OptionalDouble.empty();
        }
    }

    /**
     * The median's interval from a value of low rank to the one of the same rank from above: its confidence is at least the
     * nominal one whatever the distribution (W. R. Thompson, "On confidence ranges for the median", Annals of Mathematical
     * Statistics 7, 1936). It is also what resampling the median without end would come to, but for interpolation.
     *
     * @param rank from 1
     */
    record OrderStatistics(int rank) implements CentreBand {
        /** The highest rank that lies above the median with a chance of at most half of alpha; 0 where there is none. */
        static int lowest(int runs) {
            BinomialDistribution below = BinomialDistribution.of(runs, 0.5);
            int rank = 0;
            while (below.cumulativeProbability(rank) <= ALPHA / 2) {
                rank++;
            }
            return rank;
        }

        @Override
        public Interval of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Interval(sorted[rank - 1], sorted[sorted.length - rank], 1 - ALPHA);
        }
    }
}
