package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
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
        Hatching.draw(g, bar.getBounds2D(), colors.get(column), APART);
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
