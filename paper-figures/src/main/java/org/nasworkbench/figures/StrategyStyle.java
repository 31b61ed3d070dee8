package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * How one strategy looks in every figure: colour, marker and dash, so that grey print and colour-blind readers can tell it too.
 * Colours are those of Okabe and Ito, "Color Universal Design", 2008.
 */
record StrategyStyle(Color color, Shape unitMarker, float[] dash) {
    private static final int[] COLORS = {
        0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0xCC79A7, 0x56B4E9, 0x000000,
    };
    private static final float[][] DASHES = {{}, {4, 1.6f}, {1.2f, 1.2f}, {4, 1.2f, 1, 1.2f}, {2.6f, 1.2f}};

    /** The style of the strategy at that place among the study's strategies, from 0. */
    static StrategyStyle at(int position) {
        return new StrategyStyle(
                new Color(COLORS[position % COLORS.length]), marker(position % 6), DASHES[position % DASHES.length]);
    }

    /** Its marker around the origin. */
    Shape marker(double radius) {
        return AffineTransform.getScaleInstance(radius, radius).createTransformedShape(unitMarker);
    }

    /** The stroke of its lines. */
    BasicStroke line(float width) {
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }

    /** Its colour, let through: 0 is invisible, 1 opaque. */
    Color light(double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    private static Shape marker(int kind) {
        return switch (kind) {
            case 0 -> new Ellipse2D.Double(-1, -1, 2, 2);
            case 1 -> polygon(-0.88, -0.88, 0.88, -0.88, 0.88, 0.88, -0.88, 0.88);
            case 2 -> polygon(0, -1.2, 1.1, 0.8, -1.1, 0.8);
            case 3 -> polygon(0, -1.3, 1.15, 0, 0, 1.3, -1.15, 0);
            case 4 -> polygon(0, 1.2, 1.1, -0.8, -1.1, -0.8);
            default ->
                polygon(
                        -1.2, -0.4, -0.4, -0.4, -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4,
                        1.2, -0.4, 1.2, -0.4, 0.4, -1.2, 0.4);
        };
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }
}
