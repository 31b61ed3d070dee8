package org.nasworkbench.task.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the objects of a scene are set up before they are painted. */
final class Stage {
    final Dice dice;
    final Street street;
    final Light light;
    final Camera camera;
    final Shadows shadows;
    private final List<Panel> panels = new ArrayList<>();

    Stage(Dice dice, Street street, Light light, Camera camera) {
        this.dice = dice;
        this.street = street;
        this.light = light;
        this.camera = camera;
        this.shadows = new Shadows(light.sun);
    }

    /** A panel lit by the sun at {@code anchor}, or at each sample where that is null. It faces the camera. */
    void panel(Vec origin, Vec u, Vec v, Vec anchor, Skin skin) {
        Vec normal = u.cross(v).unit();
        boolean away = normal.dot(camera.position.minus(origin)) < 0;
        panels.add(new Panel(origin, u, v, away ? normal.times(-1) : normal, anchor, skin));
    }

    /** An upright panel turned to the camera, its base centred at a point; lit as something round. The sun is asked for above it. */
    void billboard(Vec base, double width, double height, Skin skin) {
        Vec sight = new Vec(base.x() - camera.position.x(), 0, base.z()).unit();
        Vec right = new Vec(sight.z(), 0, -sight.x()).times(width);
        Vec normal =
                light.sun.times(0.9).plus(new Vec(-sight.x(), 0.6, -sight.z())).unit();
        Vec anchor = base.plus(new Vec(0, height + 0.1, 0));
        panels.add(new Panel(base.minus(right.times(0.5)), right, new Vec(0, height, 0), normal, anchor, skin));
    }

    /** A width of at least about one pixel of the finished picture at this distance, so that thin things stay visible. */
    double visibleWidth(double width, double z) {
        return StrictMath.min(
                0.45, StrictMath.max(width, StreetPainter.SAMPLES * StrictMath.max(z, 1) / camera.focal * 0.5));
    }

    void paint(Canvas canvas) {
        panels.stream()
                .sorted(Comparator.comparingDouble((Panel panel) -> -camera.depth(panel.middle())))
                .forEach(canvas::paint);
    }
}
