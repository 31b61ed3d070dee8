package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/** A framed plot of dots over one horizontal axis. The figure chooses the heights of its rows and draws their names. */
record DotPanel(Graphics2D g, Rectangle2D frame, ValueAxis axis) {
    /** How much room the axis with its label takes below the frame, in points. */
    static final double BELOW = 25;

    private static final BasicStroke WHISKER = new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /** Draws the frame, the axis below it and thin lines at its labels. */
    void draw() {
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
        g.setColor(color);
        g.setStroke(Axes.HAIR);
        g.draw(new Line2D.Double(frame.getMinX(), y, frame.getMaxX(), y));
    }

    /** A line from a number to another. */
    void whisker(double y, double low, double high, Color color) {
        g.setColor(color);
        g.setStroke(WHISKER);
        g.draw(new Line2D.Double(x(low), y, x(high), y));
    }

    /** A mark whose shape lies around the origin, with an edge of its own colour. */
    void mark(double y, double value, Shape marker, Color fill, Color edge) {
        Shape shape = AffineTransform.getTranslateInstance(x(value), y).createTransformedShape(marker);
        g.setColor(fill);
        g.fill(shape);
        g.setColor(edge);
        g.setStroke(WHISKER);
        g.draw(shape);
    }

    /** Where a number lies, in points from the left. */
    double x(double value) {
        return axis.valueToJava2D(value, frame, RectangleEdge.BOTTOM);
    }
}
