package org.nasworkbench.task.scene;

/** The car's camera: a pinhole with height, yaw, pitch, roll and field of view of its own in each scene. */
final class Camera {
    private static final double NEAR = 0.3;

    final int height;
    final int width;
    final Vec position;
    final double focal;
    private final Vec forward;
    private final Vec right;
    private final Vec up;
    private final double centreX;
    private final double centreY;

    /** A random camera for {@code height x width} samples, at {@code x} metres from the middle of the road. */
    Camera(int height, int width, double x, Dice dice) {
        this.height = height;
        this.width = width;
        this.position = new Vec(x, dice.between(1.15, 1.9), 0);
        this.focal = width * dice.between(0.75, 1.2);
        this.centreX = width * 0.5;
        this.centreY = height * 0.5;
        double yaw = dice.between(-0.19, 0.19);
        double pitch = dice.between(-0.14, 0.12);
        double roll = dice.between(-0.04, 0.04);
        Vec ahead = new Vec(StrictMath.sin(yaw), 0, StrictMath.cos(yaw));
        Vec level = new Vec(ahead.z(), 0, -ahead.x());
        Vec top = new Vec(0, 1, 0);
        forward = ahead.times(StrictMath.cos(pitch)).plus(top.times(StrictMath.sin(pitch)));
        Vec tilted = top.times(StrictMath.cos(pitch)).minus(ahead.times(StrictMath.sin(pitch)));
        right = level.times(StrictMath.cos(roll)).plus(tilted.times(StrictMath.sin(roll)));
        up = tilted.times(StrictMath.cos(roll)).minus(level.times(StrictMath.sin(roll)));
    }

    /** Direction seen at the left edge of a row; one unit of it is one metre of depth. */
    Vec rowStart(int y) {
        return forward.plus(up.times((centreY - y - 0.5) / focal)).plus(right.times((0.5 - centreX) / focal));
    }

    /** What {@link #rowStart} gains with each sample to the right. */
    Vec columnStep() {
        return right.times(1 / focal);
    }

    double depth(Vec point) {
        return point.minus(position).dot(forward);
    }

    /** Smallest {top, bottom, left, right} of samples (ends excluded) that holds the panel; empty if it is out of sight. */
    int[] bounds(Panel panel) {
        double[] box = {height, 0, width, 0};
        Vec[] corners = {
            panel.origin(),
            panel.origin().plus(panel.u()),
            panel.origin().plus(panel.v()),
            panel.origin().plus(panel.u()).plus(panel.v())
        };
        int behind = 0;
        for (Vec corner : corners) {
            Vec seen = corner.minus(position);
            double depth = seen.dot(forward);
            if (depth < NEAR) {
                behind++;
            } else {
                double x = centreX + focal * seen.dot(right) / depth;
                double y = centreY - focal * seen.dot(up) / depth;
                box = new double[] {
                    StrictMath.min(box[0], y),
                    StrictMath.max(box[1], y),
                    StrictMath.min(box[2], x),
                    StrictMath.max(box[3], x)
                };
            }
        }
        if (behind == 4) {
            return new int[4];
        }
        return behind > 0
                ? new int[] {0, height, 0, width}
                : new int[] {
                    (int) StrictMath.max(0, box[0]),
                    (int) StrictMath.min(height, box[1] + 1),
                    (int) StrictMath.max(0, box[2]),
                    (int) StrictMath.min(width, box[3] + 1)
                };
    }
}
