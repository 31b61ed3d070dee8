package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.List;
import org.jfree.data.Range;

/** Round numbers for axes. */
final class Ticks {
    private static final double[][] MANTISSAS = {{1}, {1, 3}, {1, 2, 5}, {1, 2, 3, 5, 7}};

    private Ticks() {}

    /** A step of 1, 2 or 5 times a power of ten that cuts a length into at most so many parts. */
    static double step(double length, int most) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(length / most)));
        for (double factor : new double[] {1, 2, 5}) {
            if (length / (factor * power) <= most * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /**
     * Numbers to label on a log axis: of the lists 1, 1-3, 1-2-5 and so on the longest that stays within so many; over many powers
     * of ten only each second, third and so on of them.
     */
    static List<Double> logarithmic(Range range, int most) {
        List<Double> best = everySo(within(range, MANTISSAS[0]), most);
        for (double[] mantissas : MANTISSAS) {
            List<Double> ticks = within(range, mantissas);
            if (ticks.size() <= most && ticks.size() > best.size()) {
                best = ticks;
            }
        }
        return best;
    }

    private static List<Double> everySo(List<Double> ticks, int most) {
        int step = Math.max(1, (ticks.size() + most - 1) / most);
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i += step) {
            kept.add(ticks.get(i));
        }
        return kept;
    }

    /** The numbers mantissa x 10^n within a range. */
    static List<Double> within(Range range, double... mantissas) {
        List<Double> ticks = new ArrayList<>();
        int from = (int) Math.floor(StrictMath.log10(range.getLowerBound()));
        int to = (int) Math.ceil(StrictMath.log10(range.getUpperBound()));
        for (int exponent = from; exponent <= to; exponent++) {
            for (double mantissa : mantissas) {
                double value = mantissa * StrictMath.pow(10, exponent);
                if (value >= range.getLowerBound() * (1 - 1e-9) && value <= range.getUpperBound() * (1 + 1e-9)) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }
}
