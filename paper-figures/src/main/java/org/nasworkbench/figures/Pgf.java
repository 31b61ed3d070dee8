package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;

/** Numbers, colours, strokes, shapes and text in the words of TeX and pgf. */
final class Pgf {
    private static final Map<Integer, String> ESCAPED = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) 'τ', "$\\tau$"),
            Map.entry((int) 'ρ', "$\\rho$"),
            Map.entry((int) 'χ', "$\\chi$"),
            Map.entry((int) '²', "$^2$"),
            Map.entry((int) '×', "$\\times$"),
            Map.entry((int) '→', "$\\rightarrow$"),
            Map.entry((int) '↓', "$\\downarrow$"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '–', "--"),
            Map.entry((int) '…', "\\ldots{}"),
            Map.entry((int) '’', "'"));

    private static final MathContext DIGITS = new MathContext(10);

    private Pgf() {}

    /** A number of data. Digits that JDKs may compute differently are left out. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size == 0 || size >= 1e-6 && size < 1e12
                ? rounded.toPlainString()
                : rounded.toString().toLowerCase(Locale.ROOT);
    }

    /** A length on paper; a point here is TeX's big point. */
    static String points(double value) {
        return Numbers.plain(value, 3) + "bp";
    }

    static String color(Color color) {
        return "{rgb,255:red," + color.getRed() + ";green," + color.getGreen() + ";blue," + color.getBlue() + "}";
    }

    static String opacity(Color color) {
        return Numbers.plain(color.getAlpha() / 255.0, 2);
    }

    /** The size of the figure in the family {@code \\nasfont}, which a paper may define. */
    static String font(Font font) {
        int size = font.getSize();
        return "font=\\nasfont\\fontsize{" + size + "}{" + (size + 1) + "}\\selectfont";
    }

    /** Width and dashes of lines. */
    static String stroke(BasicStroke stroke) {
        StringBuilder text = new StringBuilder("line width=" + points(stroke.getLineWidth()));
        if (stroke.getDashArray() != null) {
            text.append(",dash pattern=");
            for (int i = 0; i < stroke.getDashArray().length; i++) {
                text.append(i % 2 == 0 ? "on " : "off ")
                        .append(points(stroke.getDashArray()[i]))
                        .append(' ');
            }
        }
        return text.toString().strip();
    }

    /** Any text on one line. */
    static String text(String plain) {
        StringBuilder text = new StringBuilder();
        plain.codePoints().forEach(c -> {
            String escaped = ESCAPED.get(c);
            if (escaped == null) {
                text.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            } else {
                text.append(escaped);
            }
        });
        return text.toString();
    }

    /** A shape's outline as a path of TikZ, with y upwards. */
    static String path(Shape shape, AffineTransform upwards) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        double[] last = new double[2];
        for (PathIterator i = shape.getPathIterator(upwards); !i.isDone(); i.next()) {
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> path.append(place(at, 0, last));
                case PathIterator.SEG_LINETO -> path.append(" -- ").append(place(at, 0, last));
                case PathIterator.SEG_QUADTO -> {
                    double[] cubic = {
                        last[0] + 2 * (at[0] - last[0]) / 3,
                        last[1] + 2 * (at[1] - last[1]) / 3,
                        at[2] + 2 * (at[0] - at[2]) / 3,
                        at[3] + 2 * (at[1] - at[3]) / 3,
                        at[2],
                        at[3],
                    };
                    path.append(curve(cubic, last));
                }
                case PathIterator.SEG_CUBICTO -> path.append(curve(at, last));
                default -> path.append(" -- cycle ");
            }
        }
        return path.toString().strip();
    }

    private static String curve(double[] at, double[] last) {
        return " .. controls " + place(at, 0, last) + " and " + place(at, 2, last) + " .. " + place(at, 4, last);
    }

    private static String place(double[] at, int from, double[] last) {
        last[0] = at[from];
        last[1] = at[from + 1];
        return "(" + points(at[from]) + "," + points(at[from + 1]) + ")";
    }
}
