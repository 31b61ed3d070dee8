package org.nasworkbench.results;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Friedman's test that all methods rank alike over blocks (M. Friedman, "The use of ranks to avoid the assumption of normality
 * implicit in the analysis of variance", Journal of the American Statistical Association 32, 1937), and its less conservative form
 * (R. Iman and J. Davenport, "Approximations of the critical region of the Friedman statistic", Communications in Statistics 9,
 * 1980). As in Demšar's article nothing is corrected for ties, which errs on the side of no difference.
 *
 * @param chiSquare Friedman's statistic
 * @param f Iman's and Davenport's; infinite where all blocks rank alike
 */
public record Friedman(double chiSquare, double chiSquareP, double f, double fP) {
    /** From the average ranks of two methods or more over two blocks or more. */
    static Friedman of(double[] averageRanks, int blocks) {
        int methods = averageRanks.length;
        double middle = (methods + 1) / 2.0;
        double spread = 0;
        for (double rank : averageRanks) {
            spread += (rank - middle) * (rank - middle);
        }
        double chiSquare = 12.0 * blocks / (methods * (methods + 1)) * spread;
        double left = Math.max(0, blocks * (methods - 1.0) - chiSquare);
        double f = (blocks - 1) * chiSquare / left;
        return new Friedman(
                chiSquare,
                ChiSquaredDistribution.of(methods - 1.0).survivalProbability(chiSquare),
                f,
                FDistribution.of(methods - 1.0, (methods - 1.0) * (blocks - 1)).survivalProbability(f));
    }
}
