package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** A framed plot of lying bars, one a row from top to bottom; rows have numbers, their names are drawn by the figure. */
final class BarPanel {
    private static final double BELOW = 25;

    private final CategoryPlot plot;
    private final DefaultCategoryDataset data = new DefaultCategoryDataset();
    private Rectangle2D frame;

    BarPanel(ValueAxis axis, BarRenderer renderer) {
        CategoryAxis rows = new CategoryAxis();
        rows.setTickLabelsVisible(false);
        rows.setTickMarksVisible(false);
        rows.setAxisLineVisible(false);
        rows.setLowerMargin(0.05);
        rows.setUpperMargin(0.05);
        rows.setCategoryMargin(0.35);
        renderer.setShadowVisible(false);
        plot = new CategoryPlot(data, rows, axis, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(Axes.FRAME);
        plot.setOutlineStroke(Axes.HAIR);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Axes.GRID);
        plot.setRangeGridlineStroke(Axes.HAIR);
        AxisSpace beside = new AxisSpace();
        plot.setFixedDomainAxisSpace(beside);
        AxisSpace below = new AxisSpace();
        below.setBottom(BELOW);
        plot.setFixedRangeAxisSpace(below);
    }

    /** Adds a length to a row's bar, after those of earlier parts; a row without length has its place and no bar. */
    void add(String part, int row, double length) {
        data.addValue(length > 0 ? Double.valueOf(length) : null, part, Integer.valueOf(row));
    }

    /** Draws the bars; the area holds the frame and the axis below it. */
    void draw(Graphics2D g, Rectangle2D area) {
        PlotRenderingInfo info = new ChartRenderingInfo(null).getPlotInfo();
        plot.draw(g, area, null, null, info);
        frame = info.getDataArea();
    }

    /** Writes behind the end of a row's bar, on white so that no line runs through it. */
    void label(Graphics2D g, int row, double length, String text) {
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(x(length) + 2, y(row) - 4.5, Lettering.width(text, Lettering.SMALL) + 2, 9));
        Lettering.draw(g, text, Lettering.SMALL, Lettering.INK, x(length) + 3, y(row) + 2.5, 0);
    }

    Rectangle2D frame() {
        return frame;
    }

    /** Where a length ends, in points from the left. */
    double x(double length) {
        return plot.getRangeAxis().valueToJava2D(length, frame, RectangleEdge.BOTTOM);
    }

    /** The middle of a row, in points from the top. */
    double y(int row) {
        return plot.getDomainAxis().getCategoryMiddle(row, data.getColumnCount(), frame, RectangleEdge.LEFT);
    }
}
