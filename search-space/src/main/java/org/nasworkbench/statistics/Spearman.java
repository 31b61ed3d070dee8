package org.nasworkbench.statistics;

import java.util.stream.IntStream;

/** Spearman's rho: the correlation of ranks, where ties share the mean of their ranks. */
public final class Spearman {
    private Spearman() {}

    /**
     * In n log n steps, those without an observation too. Leaving out i lowers a rank by 1 if it is larger and by 1/2 if it is tied,
     * which is (1 + s) / 2 with s the sign of the difference; the products of the lowered ranks are multiplied out below.
     */
    public static Jackknife of(Ranks x, Ranks y) {
        int n = x.size();
        double[] xRanks = ranks(x);
        double[] yRanks = ranks(y);
        double[] yAboveX = x.above(yRanks);
        double[] xAboveY = y.above(xRanks);
        double[] concordance = x.concordance(y);
        double products =
                IntStream.range(0, n).mapToDouble(i -> xRanks[i] * yRanks[i]).sum();
        double sum = n * (n + 1.0) / 2;
        double xTies = ties(x);
        double yTies = ties(y);
        double[] without = IntStream.range(0, n)
                .mapToDouble(i -> {
                    double others = products - xRanks[i] * yRanks[i];
                    double xTimesDrop = (sum - xRanks[i] + xAboveY[i]) / 2;
                    double yTimesDrop = (sum - yRanks[i] + yAboveX[i]) / 2;
                    double drops = (3.0 * n + 1 - 2 * xRanks[i] - 2 * yRanks[i] + concordance[i]) / 4;
                    return rho(
                            others - xTimesDrop - yTimesDrop + drops,
                            n - 1,
                            xTies - 3.0 * x.tied(i) * (x.tied(i) - 1),
                            yTies - 3.0 * y.tied(i) * (y.tied(i) - 1));
                })
                .toArray();
        return new Jackknife(rho(products, n, xTies, yTies), without);
    }

    /**
     * The correlation of ranks from 1 to n.
     *
     * @param xTies sum of t^3 - t over groups of t tied ranks
     */
    private static double rho(double products, double n, double xTies, double yTies) {
        double cubes = n * n * n - n;
        double covariance = products - n * (n + 1) * (n + 1) / 4;
        return 12 * covariance / Math.sqrt((cubes - xTies) * (cubes - yTies));
    }

    private static double[] ranks(Ranks ranks) {
        return IntStream.range(0, ranks.size()).mapToDouble(ranks::rank).toArray();
    }

    /** Each of t tied ranks adds t^2 - 1. */
    private static double ties(Ranks ranks) {
        return IntStream.range(0, ranks.size())
                .mapToDouble(i -> (double) ranks.tied(i) * ranks.tied(i) - 1)
                .sum();
    }
}
