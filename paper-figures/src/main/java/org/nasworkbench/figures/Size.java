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
        return inches(3.3, 2.4);
    }

    /** The full width of the page. */
    static Size page() {
        return inches(6.9, 2.4);
    }

    private static Size inches(double width, double height) {
        return new Size(width * 72, height * 72);
    }
}
