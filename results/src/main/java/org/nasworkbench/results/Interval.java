package org.nasworkbench.results;

/**
 * A confidence interval.
 *
 * @param low infinite where there is no lower bound
 * @param high infinite where there is no upper bound
 * @param confidence its level, a fraction such as 0.95
 */
public record Interval(double low, double high, double confidence) {
    /** Whether 0 lies outside. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /** Whether a value lies inside, the ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
