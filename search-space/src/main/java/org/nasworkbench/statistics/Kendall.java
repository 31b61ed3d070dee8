package org.nasworkbench.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Kendall's tau-b (M. G. Kendall, "The treatment of ties in ranking problems", Biometrika 33, 1945): the pairs ordered alike less
 * those ordered contrarily, over the geometric mean of the pairs that are not tied in the one and in the other.
 */
public final class Kendall {
    private Kendall() {}

    /** In n log n steps, those without an observation too: leaving it out takes the pairs that it is in. */
    public static Jackknife of(Ranks x, Ranks y) {
        int n = x.size();
        double[] concordance = x.concordance(y);
        double alike = Arrays.stream(concordance).sum() / 2;
        double pairs = n * (n - 1.0) / 2;
        double xTied = tiedPairs(x);
        double yTied = tiedPairs(y);
        double[] without = IntStream.range(0, n)
                .mapToDouble(i -> tau(
                        alike - concordance[i],
                        pairs - (n - 1) - (xTied - (x.tied(i) - 1)),
                        pairs - (n - 1) - (yTied - (y.tied(i) - 1))))
                .toArray();
        return new Jackknife(tau(alike, pairs - xTied, pairs - yTied), without);
    }

    private static double tau(double alike, double xUntied, double yUntied) {
        return alike / Math.sqrt(xUntied * yUntied);
    }

    private static double tiedPairs(Ranks ranks) {
        return IntStream.range(0, ranks.size())
                        .mapToDouble(i -> ranks.tied(i) - 1.0)
                        .sum()
                / 2;
    }
}
