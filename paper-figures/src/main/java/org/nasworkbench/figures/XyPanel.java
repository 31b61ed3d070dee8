package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.DoubleStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A framed plot of numbers against numbers. What is added later lies above. */
final class XyPanel {
    /** From so many marks of one kind on, those that would lie upon one another are drawn once. */
    static final int MANY = 20_000;

    private static final double AROUND = 100;
    private static final Rectangle2D CELLS = new Rectangle2D.Double(0, 0, 300, 200);

    private final XYPlot plot;
    private final List<BiConsumer<PgfAxis, PgfMarks>> series = new ArrayList<>();

    /** A place in data coordinates. */
    record Point(double x, double y) {}

    XyPanel(ValueAxis x, ValueAxis y) {
        plot = new XYPlot(null, x, y, null);
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(Axes.FRAME);
        plot.setOutlineStroke(Axes.HAIR);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Axes.GRID);
        plot.setRangeGridlineStroke(Axes.HAIR);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    /** Marks without lines. */
    void marks(List<Point> points, Shape marker, Color fill, Color edge) {
        List<Point> shown = points.size() < MANY ? points : apart(points);
        series.add((axis, marks) -> axis.marks(shown, marker, fill, edge, marks));
        XYLineAndShapeRenderer renderer = add(shown, false);
        renderer.setSeriesShape(0, marker);
        renderer.setSeriesPaint(0, fill);
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, fill);
        renderer.setDrawOutlines(edge != null);
        renderer.setUseOutlinePaint(edge != null);
        renderer.setSeriesOutlinePaint(0, edge);
        renderer.setSeriesOutlineStroke(0, Axes.HAIR);
    }

    /** A line through points, dashed evenly along its whole length. */
    void line(List<Point> points, Color color, BasicStroke stroke) {
        series.add((axis, marks) -> axis.line(points, color, stroke));
        XYLineAndShapeRenderer renderer = add(points, true);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesStroke(0, stroke);
    }

    /** A filled area below everything else. */
    void area(List<Point> outline, Color fill) {
        series.add((axis, marks) -> axis.area(outline, fill));
        double[] flat = outline.stream()
                .flatMapToDouble(p -> DoubleStream.of(p.x(), p.y()))
                .toArray();
        XYLineAndShapeRenderer renderer = add(List.of(), false);
        renderer.addAnnotation(new XYPolygonAnnotation(flat, null, null, fill), Layer.BACKGROUND);
    }

    /** A thin vertical line over the full height. */
    void vertical(double x, Color color) {
        Range range = plot.getRangeAxis().getRange();
        List<Point> ends = List.of(new Point(x, range.getLowerBound()), new Point(x, range.getUpperBound()));
        series.add((axis, marks) -> axis.line(ends, color, Axes.HAIR));
        ValueMarker marker = new ValueMarker(x, color, Axes.HAIR);
        marker.setAlpha(1);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    /**
     * Draws the plot with its axes.
     *
     * @return the frame that holds the data
     */
    Rectangle2D draw(Graphics2D g, Rectangle2D area) {
        PlotRenderingInfo info = new ChartRenderingInfo(null).getPlotInfo();
        if (g instanceof PgfDrawing source) {
            plot.draw(source.nowhere(), area, null, null, info);
            PgfAxis axis = source.axis(info.getDataArea(), plot.getDomainAxis(), Optional.of(plot.getRangeAxis()));
            series.forEach(added -> added.accept(axis, source.marks()));
        } else {
            plot.draw(g, area, null, null, info);
        }
        return info.getDataArea();
    }

    /** Draws the plot so that the frame that holds the data lies just there; its axes take what they need around it. */
    void drawAround(Graphics2D g, Rectangle2D frame) {
        AxisSpace below = new AxisSpace();
        below.setBottom(AROUND);
        AxisSpace left = new AxisSpace();
        left.setLeft(AROUND);
        plot.setFixedDomainAxisSpace(below);
        plot.setFixedRangeAxisSpace(left);
        draw(
                g,
                new Rectangle2D.Double(
                        frame.getX() - AROUND, frame.getY(), frame.getWidth() + AROUND, frame.getHeight() + AROUND));
    }

    /** Where a number of the horizontal axis lies within the frame, in points. */
    double x(double value, Rectangle2D frame) {
        return plot.getDomainAxis().valueToJava2D(value, frame, RectangleEdge.BOTTOM);
    }

    /** Where a number of the vertical axis lies within the frame, in points. */
    double y(double value, Rectangle2D frame) {
        return plot.getRangeAxis().valueToJava2D(value, frame, RectangleEdge.LEFT);
    }

    /** The first point in each cell of a grid of about a point's width: a million marks are no clearer, and no file for a reader. */
    private List<Point> apart(List<Point> points) {
        Map<List<Integer>, Point> cells = new LinkedHashMap<>();
        points.forEach(
                point -> cells.putIfAbsent(List.of((int) x(point.x(), CELLS), (int) y(point.y(), CELLS)), point));
        return List.copyOf(cells.values());
    }

    private XYLineAndShapeRenderer add(List<Point> points, boolean lines) {
        XYSeries series = new XYSeries("", false, true);
        points.forEach(point -> series.add(point.x(), point.y()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(lines, !lines);
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, new XYSeriesCollection(series));
        plot.setRenderer(index, renderer);
        return renderer;
    }
}
