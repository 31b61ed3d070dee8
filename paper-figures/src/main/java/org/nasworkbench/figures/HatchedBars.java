package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.List;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/** Bars of slanted lines in a colour each, for what was not measured. */
record HatchedBars(List<Color> colors) implements BarPainter {
    private static final double APART = 3;

    @Override
    public void paintBar(
            Graphics2D g, BarRenderer renderer, int row, int column, RectangularShape bar, RectangleEdge base) {
        Rectangle2D box = bar.getBounds2D();
        Shape clip = g.getClip();
        g.setColor(colors.get(column));
        g.clip(box);
        g.setStroke(new BasicStroke(0.8f));
        for (double x = box.getMinX() - box.getHeight(); x < box.getMaxX(); x += APART) {
            g.draw(new Line2D.Double(x, box.getMaxY(), x + box.getHeight(), box.getMinY()));
        }
        g.setClip(clip);
        g.draw(box);
    }

    @Override
    public void paintBarShadow(
            Graphics2D g,
            BarRenderer renderer,
            int row,
            int column,
            RectangularShape bar,
            RectangleEdge base,
            boolean pegShadow) {}
}
