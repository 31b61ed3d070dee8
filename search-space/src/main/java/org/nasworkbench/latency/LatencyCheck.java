package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.Locale;
import org.nasworkbench.statistics.Kendall;
import org.nasworkbench.statistics.Ranks;
import org.nasworkbench.statistics.Spearman;

/**
 * How well predictions agree with whole networks that were measured for this and nothing else. What a table of an earlier version does
 * not tell is NaN.
 *
 * @param networks how many
 * @param meanAbsoluteError mean of |predicted - measured| / measured, a fraction
 * @param bias mean of (predicted - measured) / measured
 * @param within5 share of networks within 5 %
 * @param within10 share of networks within 10 %
 * @param spearman rank correlation, in [-1, 1]
 * @param kendall rank correlation (tau-b), in [-1, 1]
 * @param depth by how much the relative error grows with each block that computes something, a fraction
 */
public record LatencyCheck(
        int networks,
        double meanAbsoluteError,
        double bias,
        double within5,
        double within10,
        double spearman,
        double kendall,
        double depth)
        implements Serializable {
    /** Compares predictions with measurements, ms, of networks whose depth is not looked at. */
    public static LatencyCheck of(double[] predicted, double[] measured) {
        return of(predicted, measured, new int[predicted.length]);
    }

    /**
     * Compares predictions with measurements.
     *
     * @param predicted ms
     * @param measured ms
     * @param depths blocks of each network that compute something
     */
    public static LatencyCheck of(double[] predicted, double[] measured, int[] depths) {
        int n = predicted.length;
        double absolute = 0;
        double signed = 0;
        int within5 = 0;
        int within10 = 0;
        double[] relative = new double[n];
        for (int i = 0; i < n; i++) {
            relative[i] = predicted[i] / measured[i] - 1;
            absolute += Math.abs(relative[i]);
            signed += relative[i];
            within5 += Math.abs(relative[i]) <= 0.05 ? 1 : 0;
            within10 += Math.abs(relative[i]) <= 0.1 ? 1 : 0;
        }
        Ranks x = Ranks.of(predicted);
        Ranks y = Ranks.of(measured);
        return new LatencyCheck(
                n,
                absolute / n,
                signed / n,
                (double) within5 / n,
                (double) within10 / n,
                Spearman.of(x, y).estimate(),
                Kendall.of(x, y).estimate(),
                slope(depths, relative));
    }

    /** One line for people. */
    public String summary() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "mean absolute error %.1f %%, bias %+.1f %%, %.0f %% within 10 %%, Spearman %.3f",
                100 * meanAbsoluteError,
                100 * bias,
                100 * within10,
                spearman));
        if (!Double.isNaN(kendall)) {
            text.append(String.format(Locale.ROOT, ", Kendall %.3f", kendall));
        }
        return text.append(" on ").append(networks).append(" networks").toString();
    }

    private static double slope(int[] x, double[] y) {
        double n = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / n;
            meanY += y[i] / n;
        }
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
        }
        return xx == 0 ? 0 : xy / xx;
    }
}
