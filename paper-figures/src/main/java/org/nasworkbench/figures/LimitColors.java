package org.nasworkbench.figures;

import java.awt.Color;
import java.util.Arrays;
import org.jfree.data.Range;
import org.nasworkbench.results.LatencyMatrix;

/**
 * Colours for latencies relative to a limit: blues up to it, oranges to browns above, hues that colour-blind readers tell apart. The
 * lightness falls all the way, so that in grey darker is slower too.
 *
 * @param range of the ratios, with 1 well inside
 */
record LimitColors(Range range) {
    private static final int[] KEPT = {0xF3F8FC, 0xC9DFF0, 0x9CC6E4};
    private static final int[] BROKEN = {0xF3A95C, 0xCB6512, 0x8A3A08, 0x3D1A0A};
    /** How far the scale reaches at least, so that a little too slow does not look like much too slow. */
    private static final double LEAST_LOW = 0.7;

    private static final double LEAST_HIGH = 1.5;

    private static final double DARK = 0.5;

    /** The scale of a matrix, between tenths. */
    static LimitColors of(LatencyMatrix matrix) {
        double[] told = Arrays.stream(matrix.ratios())
                .flatMapToDouble(Arrays::stream)
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        double low = Arrays.stream(told).min().orElse(1);
        double high = Arrays.stream(told).max().orElse(1);
        return new LimitColors(new Range(
                Math.floor(10 * Math.min(low, LEAST_LOW) + 1e-9) / 10,
                Math.ceil(10 * Math.max(high, LEAST_HIGH) - 1e-9) / 10));
    }

    /** The colour of a ratio within the range. */
    Color at(double ratio) {
        return ratio <= 1
                ? along(KEPT, (ratio - range.getLowerBound()) / (1 - range.getLowerBound()))
                : along(BROKEN, (ratio - 1) / (range.getUpperBound() - 1));
    }

    /** What is read on that colour. */
    Color ink(double ratio) {
        Color ground = at(ratio);
        double lightness = (0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue()) / 255;
        return lightness < DARK ? Color.WHITE : Lettering.INK;
    }

    private static Color along(int[] colors, double place) {
        double at = Math.max(0, Math.min(1, place)) * (colors.length - 1);
        int from = Math.min((int) at, colors.length - 2);
        return Blend.of(new Color(colors[from]), new Color(colors[from + 1]), at - from);
    }
}
