package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The one font of all figures, Liberation Sans out of PDFBox's jar: no font of the machine is ever asked for. */
final class Lettering {
    static final String FAMILY = "Liberation Sans";
    static final Color INK = new Color(0x222222);
    static final Color QUIET = new Color(0x666666);
    /** Axis labels and panel titles. */
    static final Font LABEL;
    /** Tick labels and legends. */
    static final Font SMALL;

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    static {
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes()));
            LABEL = font.deriveFont(8f);
            SMALL = font.deriveFont(7f);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("the class path must hold the font " + RESOURCE, e);
        }
    }

    private Lettering() {}

    /** The font's file. */
    static byte[] bytes() {
        try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide a text is, in points; the same for every file format. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** A name as it can be shown: without characters that the font lacks, cut to a width in points. */
    static String fitted(String name, Font font, double widthPoints) {
        String shown = shown(name);
        if (width(shown, font) <= widthPoints) {
            return shown;
        }
        int length = shown.length();
        while (length > 1 && width(shown.substring(0, length) + "…", font) > widthPoints) {
            length--;
        }
        return shown.substring(0, length) + "…";
    }

    private static String shown(String name) {
        return name.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : LABEL.canDisplay(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Draws text whose baseline starts {@code align} x its width left of x: 0 starts there, 0.5 is centred, 1 ends there. */
    static void draw(Graphics2D g, String text, Font font, Color color, double x, double y, double align) {
        g.setFont(font);
        g.setColor(color);
        if (g instanceof PgfDrawing source) {
            source.text(text, x, y, align); // the paper's font has other widths
            return;
        }
        g.drawString(text, (float) (x - align * width(text, font)), (float) y);
    }

    /** Makes strokes and text land where they were computed, on no pixel grid. */
    static void prepare(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
