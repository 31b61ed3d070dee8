package org.nasworkbench.latency.fitted;

import java.util.Arrays;
import java.util.List;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;

/**
 * Latency as a base and a term for each option, by least squares of whole-network timings.
 *
 * <p>Timings may leave terms open: an option that no network has, or two that always come together. Then the sum of squares has many
 * minima, which agree on some networks and not on others. A term counts as determined if all minima agree on its difference to the
 * reference (it is estimable: no dependent column of the problem involves it; S. R. Searle, "Linear Models", Wiley 1971, section
 * 5.4). Others are NaN, and so is the latency of networks that have them.
 */
public final class AdditiveFit {
    private static final double NOTHING = 1e-6;

    private final SearchSpace space;
    private final AdditiveColumns columns;
    private final double[] coefficients;

    private AdditiveFit(SearchSpace space, AdditiveColumns columns, double[] coefficients) {
        this.space = space;
        this.columns = columns;
        this.coefficients = coefficients;
    }

    /** The fit; it may leave terms open. */
    public static AdditiveFit of(TimedNetworks timed) {
        AdditiveColumns columns = AdditiveColumns.of(timed.space(), timed.networks());
        double[][] gram = new double[columns.count()][columns.count()];
        double[] moments = new double[columns.count()];
        for (int i = 0; i < timed.size(); i++) {
            int[] ones = columns.of(timed.networks().get(i));
            for (int a : ones) {
                moments[a] += timed.millis()[i];
                for (int b : ones) {
                    gram[a][b]++;
                }
            }
        }
        Cholesky factor = new Cholesky(gram);
        double[] coefficients = factor.solve(moments);
        for (int dependent : factor.dependent()) {
            coefficients[dependent] = Double.NaN;
            double[] factors = factor.dependence(dependent);
            for (int column = 0; column < factors.length; column++) {
                if (Math.abs(factors[column]) > NOTHING) {
                    coefficients[column] = Double.NaN;
                }
            }
        }
        return new AdditiveFit(timed.space(), columns, coefficients);
    }

    /** The prediction for a network, ms, 0 or below where the sum is; NaN if the timings do not determine it. */
    public double millis(Architecture network) {
        double millis = 0;
        for (int column : columns.of(network)) {
            millis += coefficients[column];
        }
        return millis;
    }

    /**
     * The fit against the quickest option of each decision: that one's term is 0, the others' are above.
     *
     * @throws IllegalArgumentException if the timings do not even determine what all networks have in common
     */
    public TermTable table() {
        if (Double.isNaN(coefficients[AdditiveColumns.BASE])) {
            throw new IllegalArgumentException(
                    "timings must tell the options of " + space.name()
                            + " apart, but too many of them always come together; time more networks, or transfer from other devices");
        }
        List<Decision> decisions = space.decisions();
        double[][] terms = new double[decisions.size()][];
        double base = coefficients[AdditiveColumns.BASE];
        for (int d = 0; d < terms.length; d++) {
            int decision = d;
            double[] row = new double[decisions.get(d).size()];
            Arrays.setAll(row, option -> term(columns.of(decision, option)));
            double least =
                    Arrays.stream(row).filter(term -> !Double.isNaN(term)).min().orElseThrow();
            terms[d] = Arrays.stream(row).map(term -> term - least).toArray();
            base += least;
        }
        return new TermTable(decisions, base, terms);
    }

    /** How many terms there are besides the base, equal places of a chain counted once. */
    public int terms() {
        return columns.count() - 1;
    }

    private double term(int column) {
        return column == AdditiveColumns.REFERENCE ? 0 : coefficients[column];
    }
}
