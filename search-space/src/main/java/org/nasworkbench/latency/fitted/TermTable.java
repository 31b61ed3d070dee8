package org.nasworkbench.latency.fitted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.SummedLatency;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;

/**
 * An additive latency as numbers: what each option of each decision adds to a base.
 *
 * @param decisions of the space
 * @param baseMillis of the network of all options whose term is 0
 * @param terms [decisions][options], milliseconds; NaN where it is not known
 */
public record TermTable(List<Decision> decisions, double baseMillis, double[][] terms) {
    public TermTable {
        decisions = List.copyOf(decisions);
        terms = Arrays.stream(terms).map(double[]::clone).toArray(double[][]::new);
        for (int d = 0; d < decisions.size(); d++) {
            if (terms.length != decisions.size()
                    || terms[d].length != decisions.get(d).size()) {
                throw new IllegalArgumentException("a table of terms must have one for each option of each decision");
            }
        }
        if (!Double.isFinite(baseMillis)) {
            throw new IllegalArgumentException("the base of a table of terms must be finite, but was " + baseMillis);
        }
    }

    /** The evaluator of a space. @throws IllegalArgumentException if the decisions are those of another one */
    public AdditiveLatency latency(SearchSpace space) {
        if (!decisions.equals(space.decisions())) {
            throw new IllegalArgumentException("a table of terms must have the decisions of " + space.name()
                    + " with their options, but has " + decisions);
        }
        return new SummedLatency(space, baseMillis, terms);
    }

    /** Options whose term is not known, as {@code block3 k5_e6}. */
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int d = 0; d < terms.length; d++) {
            for (int option = 0; option < terms[d].length; option++) {
                if (Double.isNaN(terms[d][option])) {
                    unknown.add(decisions.get(d).name() + " "
                            + decisions.get(d).options().get(option));
                }
            }
        }
        return unknown;
    }
}
