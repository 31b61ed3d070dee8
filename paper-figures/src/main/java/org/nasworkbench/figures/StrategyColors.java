package org.nasworkbench.figures;

import java.util.Locale;

/** The colours of strategies, for pages that draw them by themselves. */
public final class StrategyColors {
    private StrategyColors() {}

    /** The colour of the strategy at that place among the study's strategies, from 0: {@code #0072b2}. */
    public static String hex(int place) {
        return String.format(
                Locale.ROOT, "#%06x", StrategyStyle.at(place).color().getRGB() & 0xFFFFFF);
    }
}
