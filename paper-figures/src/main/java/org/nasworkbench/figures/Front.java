package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nasworkbench.figures.XyPanel.Point;

/** The front of networks of which none is both faster and better than another; x is latency, y the score. */
final class Front {
    private Front() {}

    /** The points on the front, by latency. */
    static List<Point> of(List<Point> points) {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::x).thenComparing(Point::y, Comparator.reverseOrder()));
        List<Point> front = new ArrayList<>();
        for (Point point : sorted) {
            if (front.isEmpty() || point.y() > front.get(front.size() - 1).y()) {
                front.add(point);
            }
        }
        return front;
    }

    /** The stairs below a sequence: each height holds until the next x. */
    static List<Point> stairs(List<Point> points) {
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
