package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import org.jfree.data.Range;

/**
 * The horizontal axis of panels over the epochs of a training: epoch e is the middle of the e-th of so many equal columns.
 *
 * @param count of epochs, at least 1
 */
record Epochs(int count) {
    static final Color ALARM = new Color(0xD55E00);
    static final BasicStroke ALARM_LINE =
            new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2.5f, 1.5f}, 0);
    private static final BasicStroke HALO = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final Shape POINTER = StrategyStyle.at(4).marker(2.2);

    Range range() {
        return new Range(0.5, count + 0.5);
    }

    /** Where an epoch lies, in points. */
    double x(double epoch, Rectangle2D frame) {
        return frame.getX() + (epoch - 0.5) / count * frame.getWidth();
    }

    /** Marks the first epoch of the collapse alarm, if there is one, with a line and a pointer on top of it. */
    void alarm(Graphics2D g, Rectangle2D frame, OptionalInt epoch) {
        if (epoch.isPresent()) {
            double x = x(epoch.getAsInt(), frame);
            g.setColor(ALARM);
            g.setStroke(ALARM_LINE);
            g.draw(new Line2D.Double(x, frame.getMinY(), x, frame.getMaxY()));
            g.fill(AffineTransform.getTranslateInstance(x, frame.getMinY() - 1.6)
                    .createTransformedShape(POINTER));
        }
    }

    /** The same on top of colours, set apart from them by white. */
    void alarmOnColours(Graphics2D g, Rectangle2D frame, OptionalInt epoch) {
        if (epoch.isPresent()) {
            double x = x(epoch.getAsInt(), frame);
            g.setColor(Color.WHITE);
            g.setStroke(HALO);
            g.draw(new Line2D.Double(x, frame.getMinY(), x, frame.getMaxY()));
            alarm(g, frame, epoch);
        }
    }
}
