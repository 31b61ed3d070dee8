package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;

/** What a drawing consists of: its texts and their places, and its straight lines. */
final class Drawn extends SVGGraphics2D {
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** A text and what its letters cover, in points. */
    record Box(String text, Rectangle2D covered) {}

    /** A straight line. */
    record Line(Color color, double length) {}

    private Drawn() throws ParserConfigurationException {
        super(
                SVGGeneratorContext.createDefault(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .getDOMImplementation()
                        .createDocument("http://www.w3.org/2000/svg", "svg", null)),
                true);
    }

    static List<Box> texts(Drawing drawing) throws ParserConfigurationException {
        return of(drawing).boxes;
    }

    static List<Line> lines(Drawing drawing) throws ParserConfigurationException {
        return of(drawing).lines;
    }

    private static Drawn of(Drawing drawing) throws ParserConfigurationException {
        Drawn recorder = new Drawn();
        Lettering.prepare(recorder);
        drawing.paint(recorder);
        return recorder;
    }

    /** Pairs of texts of which one covers the other, and texts that leave the drawing. */
    static List<String> clashes(Drawing drawing) throws ParserConfigurationException {
        List<Box> boxes = texts(drawing);
        List<String> clashes = new ArrayList<>();
        Rectangle2D page = new Rectangle2D.Double(
                0, 0, drawing.size().widthPoints(), drawing.size().heightPoints());
        for (int i = 0; i < boxes.size(); i++) {
            if (!page.contains(boxes.get(i).covered())) {
                clashes.add("outside: " + boxes.get(i));
            }
            for (int j = 0; j < i; j++) {
                if (boxes.get(i).covered().intersects(boxes.get(j).covered())) {
                    clashes.add(boxes.get(j) + " and " + boxes.get(i));
                }
            }
        }
        return clashes;
    }

    @Override
    public void draw(Shape shape) {
        if (shape instanceof Line2D line) {
            lines.add(new Line(getColor(), line.getP1().distance(line.getP2())));
        }
        super.draw(shape);
    }

    @Override
    public void drawString(String text, float x, float y) {
        Shape letters = getFont().createGlyphVector(MEASURE, text).getOutline(x, y);
        Rectangle2D covered =
                getTransform().createTransformedShape(letters.getBounds2D()).getBounds2D();
        if (!covered.isEmpty()) {
            boxes.add(new Box(text, covered));
        }
        super.drawString(text, x, y);
    }
}
