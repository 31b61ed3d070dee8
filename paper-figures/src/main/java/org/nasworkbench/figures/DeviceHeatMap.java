package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.nasworkbench.results.LatencyMatrix;

/**
 * Networks found for one platform, timed on all: a row a platform that they were found for, a column one that they were timed on.
 *
 * @param how they were found and timed, in sentences; may be empty
 */
public record DeviceHeatMap(LatencyMatrix matrix, String how) implements Drawing {
    /** Up to so many platforms a column of a page is wide enough, and cells say their numbers. */
    private static final int FEW = 8;

    private static final double LONGEST_LABEL = 92;
    private static final double LARGEST_CELL = 34;
    private static final double GAP = 4;
    private static final double CORNER = 22;
    private static final double BAR = 7;
    private static final double BELOW = 42;
    private static final String FOUND = "Found for";
    private static final String TIMED = "Timed on";

    @Override
    public String name() {
        return "device-matrix";
    }

    @Override
    public String title() {
        return "Latency of networks found for one platform on others";
    }

    @Override
    public String caption() {
        return "Networks found for each of " + matrix.size()
                + " platforms (rows), timed on all (columns): latency as a ratio"
                + " to the limit of the platform that they are timed on, means over the networks found. Blue keeps the limit,"
                + " orange to brown breaks it; the darker, the slower." + (how.isEmpty() ? "" : " " + how);
    }

    @Override
    public Size size() {
        double width = matrix.size() <= FEW
                ? Size.column().widthPoints()
                : Size.page(1).widthPoints();
        return new Size(width, top() + matrix.size() * cell(width) + BELOW);
    }

    @Override
    public void paint(Graphics2D g) {
        double width = size().widthPoints();
        double cell = cell(width);
        double side = matrix.size() * cell;
        Rectangle2D frame = new Rectangle2D.Double(left(), top(), side, side);
        LimitColors colors = LimitColors.of(matrix);
        for (int row = 0; row < matrix.size(); row++) {
            for (int column = 0; column < matrix.size(); column++) {
                Rectangle2D at = new Rectangle2D.Double(
                        frame.getMinX() + column * cell, frame.getMinY() + row * cell, cell, cell);
                cell(g, at, matrix.ratios()[row][column], colors);
            }
        }
        g.setColor(Axes.FRAME);
        g.setStroke(Axes.HAIR);
        g.draw(frame);
        labels(g, frame, cell);
        bar(g, new Rectangle2D.Double(left(), frame.getMaxY() + 8, Math.max(side, width - left() - 12), BAR), colors);
    }

    private void cell(Graphics2D g, Rectangle2D at, double ratio, LimitColors colors) {
        g.setColor(Double.isNaN(ratio) ? Color.WHITE : colors.at(ratio));
        g.fill(at);
        g.setColor(Color.WHITE);
        g.setStroke(Axes.HAIR);
        g.draw(at);
        boolean nothing = Double.isNaN(ratio);
        if (nothing || matrix.size() <= FEW) {
            Lettering.draw(
                    g,
                    nothing ? "–" : Numbers.fixed(ratio, 2),
                    Lettering.SMALL,
                    nothing ? Lettering.INK : colors.ink(ratio),
                    at.getCenterX(),
                    at.getCenterY() + 2.5,
                    0.5);
        }
    }

    private void labels(Graphics2D g, Rectangle2D frame, double cell) {
        for (int i = 0; i < matrix.size(); i++) {
            String name = name(i);
            double y = frame.getMinY() + (i + 0.5) * cell + 2.5;
            Lettering.draw(g, name, Lettering.SMALL, Lettering.INK, frame.getMinX() - GAP, y, 1);
            double x = frame.getMinX() + (i + 0.5) * cell + 2.5;
            AffineTransform upright = g.getTransform();
            g.rotate(-Math.PI / 2, x, frame.getMinY() - GAP);
            Lettering.draw(g, name, Lettering.SMALL, Lettering.INK, x, frame.getMinY() - GAP, 0);
            g.setTransform(upright);
        }
        double corner = frame.getMinX() - GAP;
        Lettering.draw(g, TIMED + " →", Lettering.LABEL, Lettering.INK, corner, frame.getMinY() - 14, 1);
        Lettering.draw(g, FOUND + " ↓", Lettering.LABEL, Lettering.INK, corner, frame.getMinY() - GAP, 1);
    }

    /** The colour bar with its axis below, and a mark at the limit. */
    private static void bar(Graphics2D g, Rectangle2D bar, LimitColors colors) {
        ValueAxis axis = Axes.linear("Latency relative to the limit (1 = at the limit)", colors.range(), 10);
        int steps = 120;
        for (int i = 0; i < steps; i++) {
            double from = bar.getMinX() + i * bar.getWidth() / steps;
            double value = axis.java2DToValue(from + bar.getWidth() / steps / 2, bar, RectangleEdge.BOTTOM);
            g.setColor(colors.at(value));
            g.fill(new Rectangle2D.Double(from, bar.getMinY(), bar.getMaxX() - from, bar.getHeight()));
        }
        g.setColor(Axes.FRAME);
        g.setStroke(Axes.HAIR);
        g.draw(bar);
        axis.draw(g, bar.getMaxY(), bar, bar, RectangleEdge.BOTTOM, null);
        double limit = axis.valueToJava2D(1, bar, RectangleEdge.BOTTOM);
        g.setColor(Lettering.INK);
        g.draw(new Line2D.Double(limit, bar.getMinY() - 3, limit, bar.getMaxY()));
    }

    private double cell(double width) {
        return Math.min(LARGEST_CELL, (width - left() - 6) / matrix.size());
    }

    private double left() {
        return GAP + 2 + Math.max(longest(), Lettering.width(FOUND + " ↓", Lettering.LABEL));
    }

    private double top() {
        return GAP + 2 + Math.max(longest(), CORNER);
    }

    private double longest() {
        return IntStream.range(0, matrix.size())
                .mapToDouble(i -> Lettering.width(name(i), Lettering.SMALL))
                .max()
                .orElse(0);
    }

    private String name(int platform) {
        return Lettering.fitted(matrix.platforms().get(platform), Lettering.SMALL, LONGEST_LABEL);
    }
}
