package org.nasworkbench.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A log axis with labels at 1, 2 and 5 times powers of ten, fewer when they would crowd, and small marks between. */
final class LogTickAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private final int mostLabels;
    private final transient DoubleFunction<String> text;

    LogTickAxis(String label, int mostLabels, DoubleFunction<String> text) {
        super(label);
        this.mostLabels = mostLabels;
        this.text = text;
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        List<Double> labelled = Ticks.logarithmic(getRange(), mostLabels);
        for (double value : labelled) {
            ticks.add(tick(TickType.MAJOR, value, text.apply(value), edge));
        }
        for (double value : Ticks.within(getRange(), 1, 2, 3, 4, 5, 6, 7, 8, 9)) {
            if (!labelled.contains(value)) {
                ticks.add(tick(TickType.MINOR, value, "", edge));
            }
        }
        return ticks;
    }

    private static NumberTick tick(TickType type, double value, String label, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        return new NumberTick(type, value, label, anchor, anchor, 0);
    }
}
