package org.nasworkbench.results;

/**
 * A confidence interval.
 *
 * @param confidence its level, a fraction such as 0.95
 */
public record Interval(double low, double high, double confidence) {
    /** Whether 0 lies outside. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
