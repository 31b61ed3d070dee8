package org.nasworkbench.figures;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Numbers in a grid as colours. What is missing (NaN) stays white.
 *
 * @param shares [rows][columns], from 0 to 1; the first row is on top
 */
record HeatMap(double[][] shares, ColorRamp ramp) {
    /** Cells reach so far under their neighbours, in points, that no seam shows between them. */
    private static final double UNDER = 0.12;

    /** Fills a box with the cells, and frames it. */
    void draw(Graphics2D g, Rectangle2D box) {
        Path2D[] byLevel = new Path2D[ColorRamp.LEVELS];
        double height = box.getHeight() / shares.length;
        for (int row = 0; row < shares.length; row++) {
            int columns = shares[row].length;
            double width = box.getWidth() / columns;
            for (int from = 0, to; from < columns; from = to) {
                to = end(shares[row], from);
                if (!Double.isNaN(shares[row][from])) {
                    double x = box.getX() + from * width;
                    double y = box.getY() + row * height;
                    Rectangle2D cells = new Rectangle2D.Double(x, y, (to - from) * width + UNDER, height + UNDER);
                    add(byLevel, ColorRamp.level(shares[row][from]), cells.createIntersection(box));
                }
            }
        }
        for (int level = 0; level < byLevel.length; level++) {
            if (byLevel[level] != null) {
                g.setColor(ramp.at(level));
                g.fill(byLevel[level]);
            }
        }
        g.setColor(Axes.FRAME);
        g.setStroke(Axes.HAIR);
        g.draw(box);
    }

    /** Behind the last of the neighbours that have the same shade. */
    private static int end(double[] row, int from) {
        int to = from + 1;
        while (to < row.length
                && Double.isNaN(row[to]) == Double.isNaN(row[from])
                && ColorRamp.level(row[to]) == ColorRamp.level(row[from])) {
            to++;
        }
        return to;
    }

    private static void add(Path2D[] byLevel, int level, Rectangle2D cells) {
        if (byLevel[level] == null) {
            byLevel[level] = new Path2D.Double();
        }
        byLevel[level].append(cells, false);
    }
}
