package org.nasworkbench.results;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** What stands for many runs. */
public enum Centre {
    /** The expected value of one run. */
    MEAN,
    /** The value that half of the runs reach. */
    MEDIAN;

    /** The word for it. */
    public String label() {
        return this == MEAN ? "mean" : "median";
    }

    double of(double[] values) {
        return this == MEAN ? StatUtils.mean(values) : new Median().evaluate(values);
    }
}
