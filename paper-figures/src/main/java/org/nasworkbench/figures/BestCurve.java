package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.IncumbentBand;

/** An {@link IncumbentBand} as it is drawn: stairs. */
record BestCurve(List<Point> centre, List<Point> low, List<Point> high) {
    /** With more steps than that, the curve is drawn at evenly spaced costs, half a point apart in a column. */
    private static final int MOST_STEPS = 400;

    static BestCurve of(IncumbentBand band) {
        List<IncumbentBand.Point> steps = band.thinned(MOST_STEPS);
        return new BestCurve(
                stairs(steps, IncumbentBand.Point::centre),
                stairs(steps, IncumbentBand.Point::low),
                stairs(steps, IncumbentBand.Point::high));
    }

    private static List<Point> stairs(List<IncumbentBand.Point> steps, ToDoubleFunction<IncumbentBand.Point> height) {
        return Stairs.through(steps.stream()
                .map(step -> new Point(step.spent(), height.applyAsDouble(step)))
                .toList());
    }

    /** The outline of the band; empty where it has no height, as of one run. */
    List<Point> band() {
        if (low.equals(high)) {
            return List.of();
        }
        List<Point> outline = new ArrayList<>(high);
        for (int i = low.size() - 1; i >= 0; i--) {
            outline.add(low.get(i));
        }
        return outline;
    }

    /** Where it ends; 0 where there is nothing. */
    double end() {
        return centre.isEmpty() ? 0 : centre.get(centre.size() - 1).x();
    }

    /** All heights that it takes from a cost on. */
    double[] heights(double from) {
        return Stream.of(low, high)
                .flatMap(List::stream)
                .filter(point -> point.x() >= from)
                .mapToDouble(Point::y)
                .toArray();
    }
}
