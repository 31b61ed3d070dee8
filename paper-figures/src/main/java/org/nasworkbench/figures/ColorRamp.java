package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Colours for numbers from 0 to 1, the darker the larger: the order stays in grey print and for colour-blind readers. */
record ColorRamp(Color light, Color middle, Color dark) {
    static final ColorRamp BLUE = new ColorRamp(new Color(0xF4F8FC), new Color(0x5A9BD0), new Color(0x08285C));
    static final ColorRamp ORANGE = new ColorRamp(new Color(0xFDF5EC), new Color(0xEC8A3A), new Color(0x6B2003));

    /** So many shades are told apart. */
    static final int LEVELS = 32;

    /** The shade of a number, from 0 to {@value #LEVELS} - 1; numbers beyond 0 or 1 have the outermost. */
    static int level(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * (LEVELS - 1));
    }

    /** The colour of a shade. */
    Color at(int level) {
        double place = 2.0 * level / (LEVELS - 1);
        return place <= 1 ? mixed(light, middle, place) : mixed(middle, dark, place - 1);
    }

    /** Draws all shades side by side, 0 on the left. */
    void key(Graphics2D g, Rectangle2D box) {
        double[][] all = new double[1][LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            all[0][level] = level / (LEVELS - 1.0);
        }
        new HeatMap(all, this).draw(g, box);
    }

    private static Color mixed(Color from, Color to, double place) {
        return new Color(
                mixed(from.getRed(), to.getRed(), place),
                mixed(from.getGreen(), to.getGreen(), place),
                mixed(from.getBlue(), to.getBlue(), place));
    }

    private static int mixed(int from, int to, double place) {
        return (int) Math.round(from + place * (to - from));
    }
}
