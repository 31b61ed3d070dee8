package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;

/** A framed plot of dots over one horizontal axis. The figure chooses the heights of its rows and draws their names. */
record DotPanel(Graphics2D g, Rectangle2D frame, ValueAxis axis) {
    /** How much room the axis with its label takes below the frame, in points. */
    static final double BELOW = 25;

    private static final BasicStroke WHISKER = new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /** Draws the frame, the axis below it and thin lines at its labels. */
    void draw() {
        if (g instanceof PgfDrawing source) {
            source.axis(frame, axis, Optional.empty());
            return;
        }
        AxisState state = axis.draw(g, frame.getMaxY(), frame, frame, RectangleEdge.BOTTOM, null);
        g.setStroke(Axes.HAIR);
        g.setColor(Axes.GRID);
        for (Object tick : state.getTicks()) {
            ValueTick number = (ValueTick) tick;
            if (!number.getText().isEmpty()) {
                double x = x(number.getValue());
                g.draw(new Line2D.Double(x, frame.getMinY(), x, frame.getMaxY()));
            }
        }
        g.setColor(Axes.FRAME);
        g.draw(frame);
    }

    /** A thin line across, to follow a row. */
    void guide(double y, Color color) {
        Range range = axis.getRange();
        if (line(y, range.getLowerBound(), range.getUpperBound(), color, Axes.HAIR)) {
            return;
        }
        g.setColor(color);
        g.setStroke(Axes.HAIR);
        g.draw(new Line2D.Double(frame.getMinX(), y, frame.getMaxX(), y));
    }

    /** A line from a number to another. */
    void whisker(double y, double low, double high, Color color) {
        if (line(y, low, high, color, WHISKER)) {
            return;
        }
        g.setColor(color);
        g.setStroke(WHISKER);
        g.draw(new Line2D.Double(x(low), y, x(high), y));
    }

    /** A mark whose shape lies around the origin, with an edge of its own colour. */
    void mark(double y, double value, Shape marker, Color fill, Color edge) {
        if (g instanceof PgfDrawing source) {
            source.axis(frame)
                    .marks(List.of(new Point(value, frame.getMaxY() - y)), marker, fill, edge, source.marks());
            return;
        }
        Shape shape = AffineTransform.getTranslateInstance(x(value), y).createTransformedShape(marker);
        g.setColor(fill);
        g.fill(shape);
        g.setColor(edge);
        g.setStroke(WHISKER);
        g.draw(shape);
    }

    /** Adds a line to an axis of pgfplots, where there is one. */
    private boolean line(double y, double from, double to, Color color, BasicStroke stroke) {
        if (g instanceof PgfDrawing source) {
            double above = frame.getMaxY() - y;
            source.axis(frame).line(List.of(new Point(from, above), new Point(to, above)), color, stroke);
            return true;
        }
        return false;
    }

    /** Where a number lies, in points from the left. */
    double x(double value) {
        return axis.valueToJava2D(value, frame, RectangleEdge.BOTTOM);
    }
}
