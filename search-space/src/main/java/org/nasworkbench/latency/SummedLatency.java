package org.nasworkbench.latency;

import java.util.List;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;

/** A base and a term for each option of each decision; a term that nobody knows is never guessed. */
public final class SummedLatency implements AdditiveLatency {
    private final SearchSpace space;
    private final double baseMillis;
    private final double[][] terms;

    /** @param terms [decisions][options], milliseconds; NaN where it is not known */
    public SummedLatency(SearchSpace space, double baseMillis, double[][] terms) {
        this.space = space;
        this.baseMillis = baseMillis;
        this.terms = copy(terms);
    }

    @Override
    public Latency of(Architecture architecture) {
        space.check(architecture);
        double millis = baseMillis;
        for (int decision = 0; decision < terms.length; decision++) {
            millis += known(decision, architecture.choice(decision));
        }
        return new Latency(millis);
    }

    /** @throws IllegalArgumentException if a term is not known */
    @Override
    public double[][] terms() {
        for (int decision = 0; decision < terms.length; decision++) {
            for (int option = 0; option < terms[decision].length; option++) {
                known(decision, option);
            }
        }
        return copy(terms);
    }

    @Override
    public double baseMillis() {
        return baseMillis;
    }

    private double known(int decision, int option) {
        double millis = terms[decision][option];
        if (Double.isNaN(millis)) {
            List<Decision> decisions = space.decisions();
            throw new IllegalArgumentException("a latency must be known of each option, but that of "
                    + decisions.get(decision).options().get(option) + " at "
                    + decisions.get(decision).name() + " of " + space.name() + " is not");
        }
        return millis;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
