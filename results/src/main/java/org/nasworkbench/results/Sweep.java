package org.nasworkbench.results;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Walks several rising step functions together, from left to right. */
final class Sweep {
    private Sweep() {}

    /** From {@code at} on a function has this value. */
    record Rise(int function, double at, double value) {}

    /** What is told at each place where one of the functions rises. */
    interface Visitor {
        /**
         * All rises at this place have happened.
         *
         * @param values of all functions, from here to the next place; negative infinity where one has not begun. It is the same
         *     array each time
         */
        void visit(double at, double[] values);
    }

    /**
     * Visits each place where a function rises.
     *
     * @param functions how many there are
     * @param rises in any order
     */
    static void over(int functions, Collection<Rise> rises, Visitor visitor) {
        List<Rise> ordered =
                rises.stream().sorted(Comparator.comparingDouble(Rise::at)).toList();
        double[] values = new double[functions];
        Arrays.fill(values, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < ordered.size(); i++) {
            Rise rise = ordered.get(i);
            values[rise.function()] = Math.max(values[rise.function()], rise.value());
            if (i + 1 == ordered.size() || ordered.get(i + 1).at() > rise.at()) {
                visitor.visit(rise.at(), values);
            }
        }
    }
}
