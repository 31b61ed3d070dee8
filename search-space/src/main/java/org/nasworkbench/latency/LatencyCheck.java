package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How well predictions agree with whole networks that were measured for this and nothing else.
 *
 * @param networks how many
 * @param meanAbsoluteError mean of |predicted - measured| / measured, a fraction
 * @param bias mean of (predicted - measured) / measured
 * @param within10 share of networks within 10 %
 * @param spearman rank correlation, in [-1, 1]
 */
public record LatencyCheck(int networks, double meanAbsoluteError, double bias, double within10, double spearman)
        implements Serializable {
    /** Compares predictions with measurements, ms. */
    public static LatencyCheck of(double[] predicted, double[] measured) {
        int n = predicted.length;
        double absolute = 0;
        double signed = 0;
        int close = 0;
        for (int i = 0; i < n; i++) {
            double relative = predicted[i] / measured[i] - 1;
            absolute += Math.abs(relative);
            signed += relative;
            close += Math.abs(relative) <= 0.1 ? 1 : 0;
        }
        return new LatencyCheck(
                n, absolute / n, signed / n, (double) close / n, correlation(ranks(predicted), ranks(measured)));
    }

    /** One line for people. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "mean absolute error %.1f %%, bias %+.1f %%, %.0f %% within 10 %%, Spearman %.3f on %d networks",
                100 * meanAbsoluteError,
                100 * bias,
                100 * within10,
                spearman,
                networks);
    }

    /** Ranks from 0; ties share their mean rank. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Map<Double, Double> ranks = new HashMap<>();
        int first = 0;
        while (first < sorted.length) {
            int end = first + 1;
            while (end < sorted.length && sorted[end] == sorted[first]) {
                end++;
            }
            ranks.put(sorted[first], (first + end - 1) / 2.0);
            first = end;
        }
        return Arrays.stream(values).map(ranks::get).toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
