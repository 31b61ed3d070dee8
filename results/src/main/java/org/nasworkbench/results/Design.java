package org.nasworkbench.results;

import java.util.Optional;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** How the runs of two strategies belong together, and what they are compared by accordingly. */
public enum Design {
    /** Runs have nothing in common: Welch's test, Mann and Whitney's test, A12. */
    INDEPENDENT("Mann-Whitney", "A12", 2) {
        @Override
        Optional<StudentT> student(Sample first, Sample second) {
            return StudentT.independent(first, second);
        }

        @Override
        double deviation(Sample first, Sample second) {
            return Math.sqrt((first.variance() + second.variance()) / 2);
        }

        @Override
        double[][] influences(Sample first, Sample second) {
            double[] negated = second.deviations();
            for (int i = 0; i < negated.length; i++) {
                negated[i] = -negated[i];
            }
            return new double[][] {first.deviations(), negated};
        }

        @Override
        double rankP(Sample first, Sample second) {
            return MannWhitneyUTest.withDefaults()
                    .test(first.array(), second.array())
                    .getPValue();
        }

        @Override
        double superiority(Sample first, Sample second) {
            return EffectSize.a12(first, second);
        }
    },

    /**
     * Runs of the same seed share a condition, such as the noise of the same table: the t test of differences, Wilcoxon's signed
     * rank test, the share of pairs won. To be asked for by who knows that they do; pairing runs that share nothing loses power.
     */
    PAIRED("Wilcoxon", "pairs won", 1) {
        @Override
        Optional<StudentT> student(Sample first, Sample second) {
            return StudentT.paired(first, second);
        }

        @Override
        double deviation(Sample first, Sample second) {
            return first.minus(second).standardDeviation();
        }

        @Override
        double[][] influences(Sample first, Sample second) {
            return new double[][] {first.minus(second).deviations()};
        }

        @Override
        double rankP(Sample first, Sample second) {
            Sample differences = first.minus(second);
            return differences.values().stream().allMatch(difference -> difference == 0)
                    ? 1
                    : WilcoxonSignedRankTest.withDefaults()
                            .test(differences.array())
                            .getPValue();
        }

        @Override
        double superiority(Sample first, Sample second) {
            return EffectSize.pairsWon(first, second);
        }
    };

    private final String rankTest;
    private final String superiority;
    private final int groups;

    Design(String rankTest, String superiority, int groups) {
        this.rankTest = rankTest;
        this.superiority = superiority;
        this.groups = groups;
    }

    /** Whose rank test it is. */
    public String rankTest() {
        return rankTest;
    }

    /** What the chance that the first beats the second is called. */
    public String superiorityName() {
        return superiority;
    }

    /** How many means the t test estimates: two, or one of differences. */
    int groups() {
        return groups;
    }

    /** The t test; empty where there is nothing to judge by. */
    abstract Optional<StudentT> student(Sample first, Sample second);

    /** The standard deviation by which a difference is measured. */
    abstract double deviation(Sample first, Sample second);

    /** What each run has to do with the difference, as {@link Bca#of} asks for it. */
    abstract double[][] influences(Sample first, Sample second);

    /** Two-sided, exact for small samples without ties. */
    abstract double rankP(Sample first, Sample second);

    /** The chance that a run of the first is above one of the second. */
    abstract double superiority(Sample first, Sample second);
}
