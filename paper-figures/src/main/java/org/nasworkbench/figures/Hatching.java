package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Slanted lines in a box, for what was not measured. */
final class Hatching {
    private Hatching() {}

    /** Draws the box and, inside, lines so many points apart. */
    static void draw(Graphics2D g, Rectangle2D box, Color color, double apart) {
        Shape clip = g.getClip();
        g.setColor(color);
        g.clip(box);
        g.setStroke(new BasicStroke(0.8f));
        for (double x = box.getMinX() - box.getHeight(); x < box.getMaxX(); x += apart) {
            g.draw(new Line2D.Double(x, box.getMaxY(), x + box.getHeight(), box.getMinY()));
        }
        g.setClip(clip);
        g.draw(box);
    }
}
