package org.nasworkbench.task.scene;

import java.util.ArrayList;
import java.util.List;

/** What stands in the sun's way: upright boxes, and balls for the crowns of trees. */
final class Shadows {
    private record Box(double x0, double x1, double z0, double z1, double top) {}

    private record Ball(Vec centre, double radius) {}

    private final Vec sun;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Ball> balls = new ArrayList<>();

    Shadows(Vec sun) {
        this.sun = sun;
    }

    void box(double x0, double x1, double z0, double z1, double top) {
        boxes.add(new Box(x0, x1, z0, z1, top));
    }

    void ball(Vec centre, double radius) {
        balls.add(new Ball(centre, radius));
    }

    /** Share of the sun that reaches a point: 0, 1, or between under leaves. */
    double sunlit(double x, double y, double z) {
        for (Box box : boxes) {
            if (hides(box, x, y, z)) {
                return 0;
            }
        }
        double lit = 1;
        for (Ball ball : balls) {
            lit = StrictMath.min(lit, through(ball, x, y, z));
        }
        return lit;
    }

    private boolean hides(Box box, double x, double y, double z) {
        if (y >= box.top) {
            return false;
        }
        double ax = (box.x0 - x) / sun.x();
        double bx = (box.x1 - x) / sun.x();
        double az = (box.z0 - z) / sun.z();
        double bz = (box.z1 - z) / sun.z();
        double enter = StrictMath.max(0, StrictMath.max(StrictMath.min(ax, bx), StrictMath.min(az, bz)));
        double leave = StrictMath.min(StrictMath.max(ax, bx), StrictMath.max(az, bz));
        return enter < leave && y + enter * sun.y() < box.top;
    }

    private double through(Ball ball, double x, double y, double z) {
        double dx = ball.centre.x() - x;
        double dy = ball.centre.y() - y;
        double dz = ball.centre.z() - z;
        double along = dx * sun.x() + dy * sun.y() + dz * sun.z();
        double miss = dx * dx + dy * dy + dz * dz - along * along;
        double edge = miss / (ball.radius * ball.radius) + 0.9 * Noise.smooth(x * 2.5, z * 2.5, 77) - 0.45;
        return along < 0 || edge > 1.1 ? 1 : StrictMath.max(0.12, edge - 0.6);
    }
}
