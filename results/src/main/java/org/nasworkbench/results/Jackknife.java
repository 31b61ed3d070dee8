package org.nasworkbench.results;

import org.apache.commons.math3.stat.StatUtils;

/**
 * A statistic of all observations, and without each in turn.
 *
 * @param without as many as there are observations
 */
record Jackknife(double estimate, double[] without) {
    /** The standard error by J. W. Tukey's jackknife, "Bias and confidence in not quite large samples", 1958. */
    double standardError() {
        double n = without.length;
        return Math.sqrt((n - 1) * StatUtils.populationVariance(without));
    }
}
