package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.nasworkbench.figures.XyPanel.Point;

/** One {@code axis} of pgfplots with its series, as source text. */
final class PgfAxis {
    /** More points than these stand each on a line. */
    private static final int FEW = 4;

    private final Rectangle2D frame;
    private final List<String> options = new ArrayList<>();
    private final List<String> plots = new ArrayList<>();

    /**
     * An axis whose frame lies where the figure has it.
     *
     * @param height of the whole picture, in points; y grows upwards in TeX
     * @param y empty where heights are points, from the lower edge of the frame
     */
    PgfAxis(Graphics2D g, Rectangle2D frame, double height, ValueAxis x, Optional<ValueAxis> y) {
        this.frame = frame;
        options.add("at={(" + Pgf.points(frame.getMinX()) + "," + Pgf.points(height - frame.getMaxY()) + ")}");
        options.add("anchor=south west");
        options.add("scale only axis");
        options.add("width=" + Pgf.points(frame.getWidth()));
        options.add("height=" + Pgf.points(frame.getHeight()));
        options.add("tick align=outside");
        options.add("tick pos=left");
        options.add("axis line style={draw=" + Pgf.color(Axes.FRAME) + "}");
        options.add("major tick length=2.5bp");
        options.add("minor tick length=1.5bp");
        options.add("tick label style={inner sep=1.5bp," + Pgf.font(Lettering.SMALL) + "}");
        options.add("label style={inner sep=2bp," + Pgf.font(Lettering.LABEL) + "}");
        add(g, "x", x, RectangleEdge.BOTTOM);
        y.ifPresentOrElse(axis -> add(g, "y", axis, RectangleEdge.LEFT), () -> {
            options.add("ymin=0");
            options.add("ymax=" + Pgf.number(frame.getHeight()));
            options.add("ytick=\\empty");
            options.add("xmajorgrids");
        });
    }

    Rectangle2D frame() {
        return frame;
    }

    private void add(Graphics2D g, String name, ValueAxis axis, RectangleEdge edge) {
        if (axis instanceof LogAxis) {
            options.add(name + "mode=log");
        }
        options.add(name + "min=" + Pgf.number(axis.getRange().getLowerBound()));
        options.add(name + "max=" + Pgf.number(axis.getRange().getUpperBound()));
        if (axis.getLabel() != null && !axis.getLabel().isEmpty()) {
            options.add(name + "label={" + Pgf.text(axis.getLabel()) + "}");
        }
        List<ValueTick> ticks = new ArrayList<>();
        for (Object tick : axis.refreshTicks(g, new AxisState(), frame, edge)) {
            if (tick instanceof ValueTick value && !value.getText().isEmpty()) {
                ticks.add(value);
            }
        }
        options.add(name + "tick={"
                + ticks.stream().map(tick -> Pgf.number(tick.getValue())).collect(Collectors.joining(",")) + "}");
        options.add(name + "ticklabels={"
                + (axis.isTickLabelsVisible()
                        ? ticks.stream()
                                .map(tick -> "{" + Pgf.text(tick.getText()) + "}")
                                .collect(Collectors.joining(","))
                        : "")
                + "}");
    }

    /** Marks without a line. */
    void marks(List<Point> points, Shape marker, Color fill, Color edge, PgfMarks marks) {
        String look = "fill=" + Pgf.color(fill) + ",fill opacity=" + Pgf.opacity(fill)
                + (edge == null ? "" : ",draw=" + Pgf.color(edge) + ",line width=0.5bp");
        plots.add("\\addplot[only marks,mark=" + marks.name(marker, edge != null) + ",mark options={" + look + "}] "
                + coordinates(points) + ";");
    }

    /** A line through points. */
    void line(List<Point> points, Color color, BasicStroke stroke) {
        plots.add("\\addplot[no marks,draw=" + Pgf.color(color) + "," + Pgf.stroke(stroke) + "] " + coordinates(points)
                + ";");
    }

    /** A filled area, below whatever is added later. */
    void area(List<Point> outline, Color fill) {
        plots.add("\\addplot[no marks,draw=none,fill=" + Pgf.color(fill) + ",fill opacity=" + Pgf.opacity(fill) + "] "
                + coordinates(outline) + " -- cycle;");
    }

    private static String coordinates(List<Point> points) {
        return points.stream()
                .map(point -> "(" + Pgf.number(point.x()) + "," + Pgf.number(point.y()) + ")")
                .collect(Collectors.joining(points.size() > FEW ? "\n  " : " ", "coordinates {", "}"));
    }

    /** The environment's source. */
    String source() {
        return "\\begin{axis}[\n  " + String.join(",\n  ", options) + "]\n"
                + plots.stream().map(plot -> plot + "\n").collect(Collectors.joining()) + "\\end{axis}\n";
    }
}
