package org.nasworkbench.task.scene;

import java.util.ArrayList;
import java.util.List;

/** What stands in the sun's way: upright boxes, and balls for the crowns of trees. */
final class Shadows {
    /** A box, and the stretch of ground that its shadow can touch. */
    private record Box(
            double x0,
            double x1,
            double z0,
            double z1,
            double top,
            double left,
            double right,
            double near,
            double far) {}

    private record Ball(Vec centre, double radius) {}

    private final Vec sun;
    private final double perX;
    private final double perZ;
    private final boolean soft;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Ball> balls = new ArrayList<>();

    /** With {@code soft} light, under a closed sky, nothing casts a shadow. */
    Shadows(Vec sun, boolean soft) {
        this.sun = sun;
        this.soft = soft;
        perX = 1 / sun.x();
        perZ = 1 / sun.z();
    }

    void box(double x0, double x1, double z0, double z1, double top) {
        double dx = -sun.x() / sun.y() * top;
        double dz = -sun.z() / sun.y() * top;
        boxes.add(new Box(
                x0,
                x1,
                z0,
                z1,
                top,
                x0 + StrictMath.min(0, dx),
                x1 + StrictMath.max(0, dx),
                z0 + StrictMath.min(0, dz),
                z1 + StrictMath.max(0, dz)));
    }

    void ball(Vec centre, double radius) {
        balls.add(new Ball(centre, radius));
    }

    /** Share of the sun that reaches a point: 0, 1, or between under leaves. */
    double sunlit(double x, double y, double z) {
        if (soft) {
            return 1;
        }
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
        if (x < box.left || x > box.right || z < box.near || z > box.far || y >= box.top) {
            return false;
        }
        double ax = (box.x0 - x) * perX;
        double bx = (box.x1 - x) * perX;
        double az = (box.z0 - z) * perZ;
        double bz = (box.z1 - z) * perZ;
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
