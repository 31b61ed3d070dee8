package org.nasworkbench.results;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The range of several independent standard normal numbers: the studentized range with endless degrees of freedom. */
final class StudentizedRange {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double FARTHEST = 8;
    private static final int STEPS = 400;

    private StudentizedRange() {}

    /** What the range exceeds with chance {@code alpha}. */
    static double quantile(int numbers, double alpha) {
        return new BrentSolver(1e-9).solve(200, range -> cumulative(numbers, range) - (1 - alpha), 0, 4 * FARTHEST);
    }

    /** The chance of a range up to this: over the largest number, that all others lie at most so far below; by Simpson's rule. */
    private static double cumulative(int numbers, double range) {
        double step = 2 * FARTHEST / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double largest = -FARTHEST + i * step;
            double simpson = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            double others = NORMAL.cumulativeProbability(largest) - NORMAL.cumulativeProbability(largest - range);
            sum += simpson * NORMAL.density(largest) * Math.pow(others, numbers - 1.0);
        }
        return numbers * sum * step / 3;
    }
}
