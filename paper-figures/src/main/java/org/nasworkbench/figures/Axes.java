package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** Axes in the figures' style. */
final class Axes {
    static final Color FRAME = new Color(0x8C8C8C);
    static final Color GRID = new Color(0xE4E4E4);
    static final BasicStroke HAIR = new BasicStroke(0.5f);
    /** Of a level that is no curve. */
    static final BasicStroke FLOOR =
            new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 3}, 0);

    private Axes() {}

    /** A linear axis with at most so many steps between its round numbers. */
    static ValueAxis linear(String label, Range range, int mostSteps) {
        NumberAxis axis = new NumberAxis(label);
        double step = Ticks.step(range.getLength(), mostSteps);
        int digits = (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9));
        String pattern = digits == 0 ? "#,##0" : "0." + "0".repeat(digits);
        axis.setTickUnit(
                new NumberTickUnit(step, new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))));
        axis.setRange(range);
        return styled(axis);
    }

    /** A linear axis with a label at each year. */
    static ValueAxis years(String label, Range range) {
        NumberAxis axis = new NumberAxis(label);
        axis.setTickUnit(new NumberTickUnit(1, new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        axis.setRange(range);
        return styled(axis);
    }

    /** A log axis with at most so many labels. */
    static ValueAxis logarithmic(String label, Range range, int mostLabels, DoubleFunction<String> text) {
        LogTickAxis axis = new LogTickAxis(label, mostLabels, text);
        axis.setRange(range);
        axis.setMinorTickMarksVisible(true);
        axis.setMinorTickMarkOutsideLength(1.5f);
        return styled(axis);
    }

    /** The range of numbers with some air around, as a share of their length; a single number gets a range too. */
    static Range around(double[] values, double air) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double length = high - low;
        if (length < 1e-9 * Math.max(1, Math.abs(high))) {
            double half = Math.max(0.05 * Math.abs(high), 0.01);
            return new Range(low - half, high + half);
        }
        return new Range(low - air * length, high + air * length);
    }

    /** The same on a log axis; all numbers are above 0. */
    static Range aroundLogarithmic(double[] values, double air) {
        Range exponents = around(Arrays.stream(values).map(StrictMath::log10).toArray(), air);
        return new Range(StrictMath.pow(10, exponents.getLowerBound()), StrictMath.pow(10, exponents.getUpperBound()));
    }

    /** A label on top of a frame at x, kept between the frame's sides. */
    static void above(Graphics2D g, Rectangle2D frame, double x, String text) {
        double half = Lettering.width(text, Lettering.SMALL) / 2;
        double middle = Math.max(frame.getMinX() + half, Math.min(frame.getMaxX() - half, x));
        Lettering.draw(g, text, Lettering.SMALL, Lettering.QUIET, middle, frame.getMinY() - 2.5, 0.5);
    }

    /** Says in the middle of a frame why it holds nothing. */
    static void empty(Graphics2D g, Rectangle2D frame, String text) {
        double width = Lettering.width(text, Lettering.SMALL) + 8;
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(frame.getCenterX() - width / 2, frame.getCenterY() - 8, width, 12));
        Lettering.draw(g, text, Lettering.SMALL, Lettering.QUIET, frame.getCenterX(), frame.getCenterY(), 0.5);
    }

    private static ValueAxis styled(ValueAxis axis) {
        axis.setLabelFont(Lettering.LABEL);
        axis.setLabelPaint(Lettering.INK);
        axis.setTickLabelFont(Lettering.SMALL);
        axis.setTickLabelPaint(Lettering.INK);
        axis.setLabelInsets(new RectangleInsets(1, 1, 1, 1));
        axis.setTickLabelInsets(new RectangleInsets(1, 2, 1, 2));
        axis.setTickMarkOutsideLength(2.5f);
        axis.setTickMarkStroke(HAIR);
        axis.setTickMarkPaint(FRAME);
        axis.setAxisLineVisible(false);
        return axis;
    }
}
