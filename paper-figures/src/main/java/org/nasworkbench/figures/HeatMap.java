package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Numbers in a grid as colours. What is missing (NaN) stays white.
 *
 * @param shares [rows][columns], from 0 to 1; the first row is on top
 */
record HeatMap(double[][] shares, ColorRamp ramp) {
    /** Cells overlap by so much, in points, that no seam shows between them. */
    private static final double OVER = 0.12;

    /** Fills a box with the cells, and frames it. Neighbours of one shade are a line as thick as their row, which keeps files small. */
    void draw(Graphics2D g, Rectangle2D box) {
        Path2D[] byLevel = new Path2D[ColorRamp.LEVELS];
        double height = box.getHeight() / shares.length;
        for (int row = 0; row < shares.length; row++) {
            double y = box.getY() + (row + 0.5) * height;
            double width = box.getWidth() / shares[row].length;
            for (int from = 0, to; from < shares[row].length; from = to) {
                to = end(shares[row], from);
                if (!Double.isNaN(shares[row][from])) {
                    double right = Math.min(box.getX() + to * width + OVER, box.getMaxX());
                    add(byLevel, ColorRamp.level(shares[row][from]), box.getX() + from * width, right, y);
                }
            }
        }
        g.setStroke(new BasicStroke((float) (height + OVER), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        for (int level = 0; level < byLevel.length; level++) {
            if (byLevel[level] != null) {
                g.setColor(ramp.at(level));
                g.draw(byLevel[level]);
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

    private static void add(Path2D[] byLevel, int level, double left, double right, double y) {
        if (byLevel[level] == null) {
            byLevel[level] = new Path2D.Double();
        }
        byLevel[level].moveTo(left, y);
        byLevel[level].lineTo(right, y);
    }
}
