package org.nasworkbench.figures.report;

import java.util.stream.DoubleStream;
import org.nasworkbench.figures.Numbers;

/** Numbers over a few seeds in short: mean, least and most. */
record Spread(int count, double mean, double least, double most) {
    static Spread of(DoubleStream numbers) {
        var summary = numbers.summaryStatistics();
        return new Spread((int) summary.getCount(), summary.getAverage(), summary.getMin(), summary.getMax());
    }

    /** {@code 0.412} and below it {@code (0.401–0.420)}, without the bracket for one number, and a dash for none. */
    String text(int digits) {
        if (count == 0) {
            return "–";
        }
        String middle = Numbers.fixed(mean, digits);
        return count == 1
                ? middle
                : middle + "\n(" + Numbers.fixed(least, digits) + "–" + Numbers.fixed(most, digits) + ")";
    }
}
