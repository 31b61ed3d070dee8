package org.nasworkbench.results;

/** How often one sample's values are above the other's. */
final class EffectSize {
    private EffectSize() {}

    /**
     * The chance that a value of the first is larger than one of the second, ties counted half; 0.5 where there is no difference
     * (A. Vargha and H. Delaney, "A critique and improvement of the CL common language effect size statistics of McGraw and Wong",
     * Journal of Educational and Behavioral Statistics 25, 2000).
     */
    static double a12(Sample first, Sample second) {
        double above = 0;
        for (double a : first.values()) {
            for (double b : second.values()) {
                above += win(a, b);
            }
        }
        return above / first.size() / second.size();
    }

    /** The share of pairs in which the first's value is larger, ties counted half. */
    static double pairsWon(Sample first, Sample second) {
        return first.minus(second).values().stream()
                .mapToDouble(difference -> win(difference, 0))
                .average()
                .orElse(Double.NaN);
    }

    private static double win(double a, double b) {
        return a > b ? 1 : a == b ? 0.5 : 0;
    }
}
