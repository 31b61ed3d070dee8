package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Keys with names in columns, above a plot: it never covers data. */
final class Legend {
    private static final double ROW = 9;
    private static final double KEY = 13;
    private static final double GAP = 2.5;
    private static final double BETWEEN = 5;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, Paint paint, Stroke line, Shape marker, Shape patch) {}

    /** A key of a line with a marker on it. */
    Legend line(String name, Color color, Stroke line, Shape marker) {
        entries.add(new Entry(name, color, line, marker, null));
        return this;
    }

    /** A key of a marker alone. */
    Legend marker(String name, Color color, Shape marker) {
        entries.add(new Entry(name, color, null, marker, null));
        return this;
    }

    /** A key of a filled patch. */
    Legend patch(String name, Paint paint) {
        entries.add(new Entry(name, paint, null, null, new Rectangle2D.Double(0, -2.75, 8, 5.5)));
        return this;
    }

    /**
     * Draws it with the upper left corner at (x, y), in as many columns as fit.
     *
     * @return the height it took, in points
     */
    double draw(Graphics2D g, double x, double y, double width) {
        if (entries.isEmpty()) {
            return 0;
        }
        int columns = entries.size();
        while (columns > 1 && total(widths(columns)) > width) {
            columns--;
        }
        double[] widths = widths(columns);
        int rows = (entries.size() + columns - 1) / columns;
        for (int i = 0; i < entries.size(); i++) {
            double left = x;
            for (int c = 0; c < i % columns; c++) {
                left += widths[c] + BETWEEN;
            }
            draw(g, entries.get(i), left, y + ROW * (i / columns + 0.5), width);
        }
        return rows * ROW;
    }

    private void draw(Graphics2D g, Entry entry, double x, double y, double width) {
        g.setPaint(entry.paint());
        if (entry.line() != null) {
            g.setStroke(entry.line());
            double start = entry.marker() == null ? x : x + KEY / 2;
            g.draw(new Line2D.Double(start, y, x + KEY, y));
            g.draw(new Line2D.Double(start, y, x, y));
        }
        if (entry.marker() != null) {
            Shape marker = AffineTransform.getTranslateInstance(x + KEY / 2, y).createTransformedShape(entry.marker());
            g.fill(marker);
        }
        if (entry.patch() != null) {
            g.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(entry.patch()));
        }
        double key = key(entry);
        String name = Lettering.fitted(entry.name(), Lettering.SMALL, width - key);
        Lettering.draw(g, name, Lettering.SMALL, Lettering.INK, x + key, y + 2.5, 0);
    }

    private static double key(Entry entry) {
        return (entry.patch() == null ? KEY : entry.patch().getBounds2D().getWidth()) + GAP;
    }

    private double[] widths(int columns) {
        double[] widths = new double[columns];
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double needed = key(entry) + Lettering.width(entry.name(), Lettering.SMALL);
            widths[i % columns] = Math.max(widths[i % columns], needed);
        }
        return widths;
    }

    private static double total(double[] widths) {
        double sum = BETWEEN * (widths.length - 1);
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }
}
