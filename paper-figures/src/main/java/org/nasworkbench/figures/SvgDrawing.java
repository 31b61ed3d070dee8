package org.nasworkbench.figures;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A drawing as SVG. Text becomes outlines; title and caption stay readable text for search and screen readers. */
public final class SvgDrawing {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private SvgDrawing() {}

    /** The file. */
    public static byte[] file(Drawing drawing) {
        String svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + element(drawing).replaceFirst("<svg ", "<svg xmlns=\"" + NAMESPACE + "\" ");
        return svg.getBytes(StandardCharsets.UTF_8);
    }

    /** The {@code svg} element without its namespace; its ids begin with the drawing's name. */
    static String element(Drawing drawing) {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(3);
        context.setIDGenerator(new NamedIds(drawing.name()));
        SVGGraphics2D graphics = new SVGGraphics2D(context, true);
        Lettering.prepare(graphics);
        Size size = drawing.size();
        drawing.paint(graphics);
        Element root = graphics.getRoot();
        describe(root, drawing, size, document);
        StringWriter text = new StringWriter();
        try {
            graphics.stream(root, text, false, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        String written = text.toString();
        return written.substring(written.indexOf("<svg"))
                .replaceFirst(" xmlns=\"[^\"]*\"", "")
                .replaceFirst(" xmlns:xlink=\"[^\"]*\"", "")
                .replace("id=\"genericDefs\"", "id=\"" + drawing.name() + "-defs\"");
    }

    private static void describe(Element root, Drawing drawing, Size size, Document document) {
        root.setAttribute("width", number(size.widthPoints()) + "pt");
        root.setAttribute("height", number(size.heightPoints()) + "pt");
        root.setAttribute("viewBox", "0 0 " + number(size.widthPoints()) + " " + number(size.heightPoints()));
        List.of("font-family", "font-size", "font-style", "font-weight").forEach(root::removeAttribute);
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", drawing.title());
        root.insertBefore(text("desc", drawing.caption(), document), root.getFirstChild());
        root.insertBefore(text("title", drawing.title(), document), root.getFirstChild());
    }

    /** An element of text; what XML cannot hold, as in names that come from plug-ins, is a blank. */
    private static Element text(String name, String content, Document document) {
        Element element = document.createElementNS(NAMESPACE, name);
        element.setTextContent(content.codePoints()
                .map(c -> c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        return element;
    }

    private static String number(double value) {
        String text = Double.toString(Math.round(value * 1000) / 1000.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** An empty document to draw into. */
    static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK must have an XML parser", e);
        }
    }

    /** Counts ids from 1 for each figure, below the figure's name. */
    private static final class NamedIds extends SVGIDGenerator {
        private final String name;
        private final Map<String, Integer> used = new HashMap<>();

        NamedIds(String name) {
            this.name = name;
        }

        @Override
        public String generateID(String prefix) {
            return name + "-" + prefix + used.merge(prefix, 1, Integer::sum);
        }
    }
}
