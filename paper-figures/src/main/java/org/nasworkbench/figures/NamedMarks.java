package org.nasworkbench.figures;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Names beside marks that a panel draws: none covers a mark or another name, and one that must stand apart has a line to its mark. */
final class NamedMarks {
    private static final double CLOSE = 1.5;
    private static final double APART = 9;
    private static final double STEP = 3.4;
    private static final int FARTHEST = 16;
    private static final double HEIGHT = 6.8;
    private static final double ABOVE_BASELINE = 5.7;

    private final Rectangle2D frame;
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(String name, double x, double y, double radius) {
        Rectangle2D bounds() {
            return new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    /** Names stay within the frame. */
    NamedMarks(Rectangle2D frame) {
        this.frame = frame;
    }

    /** Adds the name of a mark at a place in points. */
    void add(String name, double x, double y, double radius) {
        marks.add(new Mark(name, x, y, radius));
    }

    /** Draws names from left to right and from above to below. */
    void draw(Graphics2D g) {
        List<Rectangle2D> names = new ArrayList<>();
        List<Line2D> lines = new ArrayList<>();
        marks.stream()
                .sorted(Comparator.comparingDouble(Mark::x).thenComparingDouble(Mark::y))
                .forEach(mark -> {
                    Rectangle2D name = places(mark)
                            .filter(place -> free(mark, place, names, lines))
                            .findFirst()
                            .orElseGet(() -> places(mark).findFirst().orElseThrow());
                    names.add(name);
                    name(g, mark, name, lines);
                });
    }

    private static void name(Graphics2D g, Mark mark, Rectangle2D name, List<Line2D> lines) {
        Line2D line = line(mark, name);
        if (line.getP1().distance(line.getP2()) > APART - mark.radius()) {
            lines.add(line);
            g.setColor(Axes.FRAME);
            g.setStroke(Axes.HAIR);
            g.draw(line);
        }
        Lettering.draw(g, mark.name(), Lettering.SMALL, Lettering.INK, name.getX(), name.getY() + ABOVE_BASELINE, 0);
    }

    /** Where a name may stand, the best place first: at a side, above or below, then ever farther from its mark's height. */
    private static Stream<Rectangle2D> places(Mark mark) {
        double width = Lettering.width(mark.name(), Lettering.SMALL);
        Rectangle2D bounds = mark.bounds();
        List<Rectangle2D> places = new ArrayList<>();
        for (int far = 0; far <= FARTHEST; far++) {
            double beside = far == 0 ? CLOSE : APART;
            for (int way : far == 0 ? new int[] {1} : new int[] {-1, 1}) {
                double y = mark.y() - HEIGHT / 2 + way * far * STEP;
                places.add(new Rectangle2D.Double(bounds.getMaxX() + beside, y, width, HEIGHT));
                places.add(new Rectangle2D.Double(bounds.getMinX() - beside - width, y, width, HEIGHT));
            }
            if (far == 0) {
                double x = mark.x() - width / 2;
                places.add(new Rectangle2D.Double(x, bounds.getMinY() - 1 - HEIGHT, width, HEIGHT));
                places.add(new Rectangle2D.Double(x, bounds.getMaxY() + 1, width, HEIGHT));
            }
        }
        return places.stream();
    }

    private boolean free(Mark mark, Rectangle2D place, List<Rectangle2D> names, List<Line2D> lines) {
        Line2D line = line(mark, place);
        return frame.contains(place)
                && marks.stream().map(Mark::bounds).noneMatch(place::intersects)
                && names.stream().noneMatch(name -> name.intersects(place) || name.intersectsLine(line))
                && lines.stream().noneMatch(other -> other.intersects(place) || other.intersectsLine(line));
    }

    /** From the mark's edge to the nearest point of its name. */
    private static Line2D line(Mark mark, Rectangle2D name) {
        double x = Math.max(name.getMinX() - 1, Math.min(name.getMaxX() + 1, mark.x()));
        double y = Math.max(name.getMinY() + HEIGHT / 2, Math.min(name.getMaxY() - HEIGHT / 2, mark.y()));
        double edge = Math.min(1, (mark.radius() + 0.5) / Math.max(1, Math.hypot(x - mark.x(), y - mark.y())));
        return new Line2D.Double(mark.x() + edge * (x - mark.x()), mark.y() + edge * (y - mark.y()), x, y);
    }
}
