package org.nasworkbench.figures;

import java.awt.Color;

/** Colours between two others. */
final class Blend {
    private Blend() {}

    /** The colour at a place from 0, the first, to 1, the second; beyond them the nearer one. */
    static Color of(Color from, Color to, double place) {
        return new Color(
                mixed(from.getRed(), to.getRed(), place),
                mixed(from.getGreen(), to.getGreen(), place),
                mixed(from.getBlue(), to.getBlue(), place));
    }

    private static int mixed(int from, int to, double place) {
        return (int) Math.round(from + Math.max(0, Math.min(1, place)) * (to - from));
    }
}
