package org.nasworkbench.figures;

import java.util.List;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.Incumbent;

/** The scale on which a figure shows what was spent: trainings, or time in a handy unit. */
record CostScale(Incumbent.Axis axis, TimeUnitScale unit) {
    /** The scale for costs up to the largest. */
    static CostScale of(Incumbent.Axis axis, double most) {
        return new CostScale(axis, TimeUnitScale.upTo(most));
    }

    /** What is spent, for a sentence. */
    String what() {
        return switch (axis) {
            case TRAININGS -> "trainings, of which a shorter one counts as its share";
            case SIMULATED_SECONDS -> "simulated device time, as a table records it";
            case DEVICE_SECONDS -> "measured device time";
        };
    }

    /** What the axis is called, with its unit. */
    String label() {
        return switch (axis) {
            case TRAININGS -> "Trainings";
            case SIMULATED_SECONDS -> "Simulated device time (" + unit.symbol() + ")";
            case DEVICE_SECONDS -> "Measured device time (" + unit.symbol() + ")";
        };
    }

    /** A cost on this scale. */
    double of(double spent) {
        return axis == Incumbent.Axis.TRAININGS ? spent : unit.of(spent);
    }

    /** Points with their costs on this scale. */
    List<Point> of(List<Point> points) {
        return points.stream().map(p -> new Point(of(p.x()), p.y())).toList();
    }
}
