package org.nasworkbench.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.results.LogitsHistory;

/**
 * The scales that the rows of a figure share, so that one can be held against another.
 *
 * @param mostEntropy of a block, in nats: that of equal probabilities
 * @param gradientNorm empty where no gradient was traced
 */
record HealthScales(double mostEntropy, double[] gradientNorm, double[] temperature, double[] latency) {
    private static final int LABELS = 3;

    static HealthScales of(List<LogitsHistory> histories) {
        return new HealthScales(
                histories.stream().mapToDouble(HealthScales::mostEntropy).max().orElse(1),
                all(histories, LogitsHistory.GRADIENT_NORM)
                        .filter(norm -> norm > 0)
                        .toArray(),
                all(histories, LogitsHistory.TEMPERATURE).toArray(),
                DoubleStream.concat(all(histories, LogitsHistory.LATENCY), DoubleStream.of(1))
                        .toArray());
    }

    /** Of a run that did not trace probabilities what it had at most. */
    private static double mostEntropy(LogitsHistory history) {
        int options = history.options().size();
        return options > 1
                ? StrictMath.log(options)
                : Arrays.stream(history.byBlock(LogitsHistory.ENTROPY))
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1);
    }

    private static DoubleStream all(List<LogitsHistory> histories, String series) {
        return histories.stream()
                .flatMapToDouble(history -> Arrays.stream(history.of(series)))
                .filter(Double::isFinite);
    }

    ValueAxis shareAxis() {
        return Axes.linear(null, new Range(-0.04, 1.04), 2);
    }

    ValueAxis gradientNormAxis() {
        double[] norms = gradientNorm.length == 0 ? new double[] {1} : gradientNorm;
        return Axes.logarithmic(null, Axes.aroundLogarithmic(norms, 0.08), LABELS, HealthScales::power);
    }

    ValueAxis temperatureAxis() {
        double most = Arrays.stream(temperature).max().orElse(1);
        return Axes.linear(null, new Range(0, 1.08 * most), LABELS);
    }

    ValueAxis latencyAxis() {
        return Axes.linear(null, Axes.around(latency, 0.1), LABELS);
    }

    private static String power(double value) {
        int exponent = (int) Math.floor(StrictMath.log10(value) + 1e-9);
        return exponent >= -2
                ? Numbers.plain(value, 2)
                : Numbers.plain(value / StrictMath.pow(10, exponent), 0) + "e" + exponent;
    }
}
