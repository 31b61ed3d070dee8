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
    private final List<Panel> solid = new ArrayList<>();
    private final List<Panel> sheer = new ArrayList<>();

    Stage(Dice dice, Street street, Light light, Camera camera) {
        this.dice = dice;
        this.street = street;
        this.light = light;
        this.camera = camera;
        this.shadows = new Shadows(light.sun, light.overcast);
    }

    /** A panel lit by the sun at {@code anchor}, or at each sample where that is null. It faces the camera. */
    void panel(Vec origin, Vec u, Vec v, Vec anchor, Skin skin) {
        add(origin, u, v, anchor, false, skin);
    }

    /** A panel through which some of what lies behind shows. */
    void sheerPanel(Vec origin, Vec u, Vec v, Vec anchor, Skin skin) {
        add(origin, u, v, anchor, true, skin);
    }

    private void add(Vec origin, Vec u, Vec v, Vec anchor, boolean seeThrough, Skin skin) {
        Vec normal = u.cross(v).unit();
        boolean away = normal.dot(camera.position.minus(origin)) < 0;
        (seeThrough ? sheer : solid).add(new Panel(origin, u, v, away ? normal.times(-1) : normal, anchor, skin));
    }

    /** An upright panel turned to the camera, its base centred at a point; lit as something round. The sun is asked for above it. */
    void billboard(Vec base, double width, double height, Skin skin) {
        solid.add(facing(base, width, height, skin));
    }

    /** A billboard through which some of what lies behind shows. */
    void sheerBillboard(Vec base, double width, double height, Skin skin) {
        sheer.add(facing(base, width, height, skin));
    }

    private Panel facing(Vec base, double width, double height, Skin skin) {
        Vec sight = new Vec(base.x() - camera.position.x(), 0, base.z()).unit();
        Vec right = new Vec(sight.z(), 0, -sight.x()).times(width);
        Vec normal =
                light.sun.times(0.9).plus(new Vec(-sight.x(), 0.6, -sight.z())).unit();
        Vec anchor = base.plus(new Vec(0, height + 0.1, 0));
        return new Panel(base.minus(right.times(0.5)), right, new Vec(0, height, 0), normal, anchor, skin);
    }

    /** A width of at least about one pixel of the finished picture at this distance, so that thin things stay visible. */
    double visibleWidth(double width, double z) {
        return StrictMath.min(
                0.45, StrictMath.max(width, StreetPainter.SAMPLES * StrictMath.max(z, 1) / camera.focal * 0.5));
    }

    /** Solid panels near to far, so that what they hide costs nothing; then sky and ground; then sheer ones far to near. */
    void paint(Canvas canvas, Ground ground, int skyTexture) {
        Comparator<Panel> nearFirst = Comparator.comparingDouble(panel -> camera.depth(panel.middle()));
        solid.stream().sorted(nearFirst).forEach(canvas::paint);
        canvas.paintSkyAndGround(ground, skyTexture);
        sheer.stream().sorted(nearFirst.reversed()).forEach(canvas::paint);
    }
}
