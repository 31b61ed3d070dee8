package org.nasworkbench.figures;

/** A size on paper, in points (1/72 inch). */
public record Size(double widthPoints, double heightPoints) {
    public Size {
        if (!(widthPoints > 0 && heightPoints > 0)) {
            throw new IllegalArgumentException(
                    "a figure's size must be above 0 points, but was " + widthPoints + " x " + heightPoints);
        }
    }

    /** One column of a two-column paper. */
    static Size column() {
        return column(2.4 * 72);
    }

    /** One column, of another height than the usual. */
    static Size column(double heightPoints) {
        return new Size(3.3 * 72, heightPoints);
    }

    /** The full width of the page. */
    static Size page(double heightPoints) {
        return new Size(6.9 * 72, heightPoints);
    }
}
