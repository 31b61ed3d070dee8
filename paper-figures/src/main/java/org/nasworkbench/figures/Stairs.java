package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.figures.XyPanel.Point;

/** The line of a step function: each height holds until the next x. */
final class Stairs {
    private Stairs() {}

    /** The line through the points where it changes. */
    static List<Point> through(List<Point> points) {
        List<Point> stairs = new ArrayList<>();
        for (Point point : points) {
            if (!stairs.isEmpty()) {
                stairs.add(new Point(point.x(), stairs.get(stairs.size() - 1).y()));
            }
            stairs.add(point);
        }
        return stairs;
    }
}
