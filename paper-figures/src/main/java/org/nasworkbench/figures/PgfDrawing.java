package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.axis.ValueAxis;

/**
 * A drawing as source for pgfplots: each panel of numbers becomes an axis whose labels, marks and data an author can edit; text and
 * small shapes around it become nodes and paths of TikZ where the figure has them. A drawing without such a panel has no source.
 */
final class PgfDrawing extends SVGGraphics2D {
    private final double height;
    private final Graphics2D nowhere;
    private final List<PgfAxis> axes = new ArrayList<>();
    private final PgfMarks marks = new PgfMarks();
    private final StringBuilder around = new StringBuilder();

    private PgfDrawing(Drawing drawing) {
        super(SVGGeneratorContext.createDefault(SvgDrawing.document()), true);
        height = drawing.size().heightPoints();
        nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Lettering.prepare(nowhere);
        Lettering.prepare(this);
        drawing.paint(this);
        nowhere.dispose();
    }

    /** Whether a drawing has a panel that pgfplots can have. */
    static boolean isFor(Drawing drawing) {
        return !new PgfDrawing(drawing).axes.isEmpty();
    }

    /**
     * The file.
     *
     * @throws IllegalArgumentException if there is no panel in it
     */
    static byte[] file(Drawing drawing) {
        PgfDrawing pgf = new PgfDrawing(drawing);
        if (pgf.axes.isEmpty()) {
            throw new IllegalArgumentException("a figure for pgfplots must have axes of numbers, but " + drawing.name()
                    + " has none: draw it as svg or pdf");
        }
        StringBuilder text = new StringBuilder("% " + drawing.title() + ". Needs \\usepackage{pgfplots} and"
                + " \\pgfplotsset{compat=1.18}; \\input this file inside a figure.\n% Caption: "
                + Pgf.text(drawing.caption()) + "\n");
        text.append("\\providecommand{\\nasfont}{\\sffamily}\n");
        text.append(pgf.marks.source()).append("\\begin{tikzpicture}\n");
        text.append("\\useasboundingbox (0,0) rectangle (")
                .append(Pgf.points(drawing.size().widthPoints()))
                .append(",")
                .append(Pgf.points(pgf.height))
                .append(");\n");
        pgf.axes.forEach(axis -> text.append(axis.source()));
        return text.append(pgf.around).append("\\end{tikzpicture}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Where to draw what a panel becomes an axis for. */
    Graphics2D nowhere() {
        return nowhere;
    }

    PgfMarks marks() {
        return marks;
    }

    /** A new axis; its series are added to it. */
    PgfAxis axis(Rectangle2D frame, ValueAxis x, Optional<ValueAxis> y) {
        PgfAxis axis = new PgfAxis(nowhere, frame, height, x, y);
        axes.add(axis);
        return axis;
    }

    /** The axis with that frame. */
    PgfAxis axis(Rectangle2D frame) {
        return axes.stream()
                .filter(axis -> axis.frame().equals(frame))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void draw(Shape shape) {
        around.append("\\draw[draw=").append(Pgf.color(getColor()));
        around.append(getStroke() instanceof BasicStroke stroke ? "," + Pgf.stroke(stroke) : "");
        around.append("] ").append(Pgf.path(shape, upwards())).append(";\n");
    }

    @Override
    public void fill(Shape shape) {
        around.append("\\fill[fill=").append(Pgf.color(getColor()));
        around.append(",fill opacity=").append(Pgf.opacity(getColor())).append("] ");
        around.append(Pgf.path(shape, upwards())).append(";\n");
    }

    @Override
    public void drawString(String text, float x, float y) {
        text(text, x, y, 0);
    }

    /** Text that begins at x (align 0), has its middle there (0.5) or ends there (1). */
    void text(String text, double x, double y, double align) {
        double[] at = {x, y};
        upwards().transform(at, 0, at, 0, 1);
        double degrees = -Math.toDegrees(
                Math.atan2(getTransform().getShearY(), getTransform().getScaleX()));
        String anchor = align == 0 ? "base west" : align == 1 ? "base east" : "base";
        around.append("\\node[anchor=").append(anchor).append(",inner sep=0pt,").append(Pgf.font(getFont()));
        around.append(",text=").append(Pgf.color(getColor()));
        around.append(degrees == 0 ? "" : ",rotate=" + Numbers.plain(degrees, 1));
        around.append("] at (")
                .append(Pgf.points(at[0]))
                .append(",")
                .append(Pgf.points(at[1]))
                .append(") {");
        around.append(Pgf.text(text)).append("};\n");
    }

    private AffineTransform upwards() {
        AffineTransform upwards = new AffineTransform(1, 0, 0, -1, 0, height);
        upwards.concatenate(getTransform());
        return upwards;
    }
}
