package org.nasworkbench.results;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Correction for looking at several pairs at once: the chance of even one false difference stays below alpha (S. Holm, "A simple
 * sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979).
 */
final class Holm {
    private Holm() {}

    /** Corrected probabilities, in the order given: at most alpha exactly where Holm's procedure rejects at alpha. */
    static double[] corrected(double... p) {
        double[] corrected = new double[p.length];
        double largest = 0;
        int left = p.length;
        for (int i : bySize(p)) {
            largest = Math.max(largest, Math.min(1, p[i] * left--));
            corrected[i] = largest;
        }
        return corrected;
    }

    /**
     * The alpha at which each probability is judged: alpha / m for the smallest, alpha / (m - 1) for the next, and so on, up to the
     * first that fails; all after it are judged as it was. An interval at this level excludes 0 exactly where Holm rejects.
     */
    static double[] alphas(double alpha, double... p) {
        double[] alphas = new double[p.length];
        int left = p.length;
        boolean failed = false;
        for (int i : bySize(p)) {
            alphas[i] = alpha / left;
            failed |= p[i] > alphas[i];
            left -= failed ? 0 : 1;
        }
        return alphas;
    }

    private static List<Integer> bySize(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
    }
}
