package org.nasworkbench.figures.report;

import org.nasworkbench.figures.Numbers;

/** Times as text: {@code 41.3 min}. */
final class Seconds {
    private Seconds() {}

    static String text(double seconds) {
        if (seconds < 0 || !Double.isFinite(seconds)) {
            return Double.toString(seconds) + " s";
        }
        if (seconds < 60) {
            return Numbers.rounded(seconds) + " s";
        }
        return seconds < 3600 ? Numbers.fixed(seconds / 60, 1) + " min" : Numbers.fixed(seconds / 3600, 2) + " h";
    }
}
