package org.nasworkbench.task.scene;

import java.util.Arrays;

/** The samples of a scene in the making: linear colour, depth and label of each. */
final class Canvas {
    final Camera camera;
    final float[] red;
    final float[] green;
    final float[] blue;
    final byte[] labels;
    private final float[] depths;
    private final Light light;
    private final Shadows shadows;
    private final Texel texel = new Texel();

    Canvas(Camera camera, Light light, Shadows shadows) {
        this.camera = camera;
        this.light = light;
        this.shadows = shadows;
        int samples = camera.height * camera.width;
        red = new float[samples];
        green = new float[samples];
        blue = new float[samples];
        labels = new byte[samples];
        depths = new float[samples];
        Arrays.fill(depths, Float.MAX_VALUE);
    }

    /** Paints sky and ground wherever nothing solid stands in front. */
    void paintSkyAndGround(Ground ground, int skyTexture) {
        Vec step = camera.columnStep();
        Vec eye = camera.position;
        Vec up = new Vec(0, 1, 0);
        Colour shade = light.on(up, 0);
        Colour bright = light.on(up, 1);
        for (int y = 0; y < camera.height; y++) {
            Vec start = camera.rowStart(y);
            for (int x = 0; x < camera.width; x++) {
                int i = y * camera.width + x;
                Vec ray = start.plus(step.times(x));
                double depth = ray.y() < -1e-3 ? -eye.y() / ray.y() : Float.MAX_VALUE;
                if (depth > depths[i]) {
                    continue;
                }
                if (depth == Float.MAX_VALUE) {
                    Colour sky = light.sky(ray, skyTexture);
                    set(i, sky.r(), sky.g(), sky.b(), Label.SKY);
                } else {
                    double gx = eye.x() + depth * ray.x();
                    double gz = depth * ray.z();
                    depths[i] = (float) depth;
                    ground.at(gx, gz, texel);
                    blend(i, depth, shade.mix(bright, shadows.sunlit(gx, 0, gz)));
                }
            }
        }
    }

    /** Paints a panel where it is in front of what is painted so far. */
    void paint(Panel panel) {
        int[] bounds = camera.bounds(panel);
        Vec normal = panel.u().cross(panel.v());
        Vec alongU = dual(panel.u(), panel.v().cross(normal));
        Vec alongV = dual(panel.v(), normal.cross(panel.u()));
        double uLength = panel.u().length();
        double vLength = panel.v().length();
        Vec from = camera.position.minus(panel.origin());
        double distance = -from.dot(normal);
        double u0 = from.dot(alongU);
        double v0 = from.dot(alongV);
        Vec step = camera.columnStep();
        double[] steps = {step.dot(normal), step.dot(alongU), step.dot(alongV)};
        Colour shared = panel.anchor() == null
                ? null
                : light.on(
                        panel.normal(),
                        shadows.sunlit(
                                panel.anchor().x(),
                                panel.anchor().y(),
                                panel.anchor().z()));
        for (int y = bounds[0]; y < bounds[1]; y++) {
            Vec start = camera.rowStart(y);
            double[] row = {start.dot(normal), start.dot(alongU), start.dot(alongV)};
            for (int x = bounds[2]; x < bounds[3]; x++) {
                int i = y * camera.width + x;
                double depth = distance / (row[0] + x * steps[0]);
                if (!(depth > 0.3 && depth < depths[i])) {
                    continue;
                }
                double u = u0 + depth * (row[1] + x * steps[1]);
                double v = v0 + depth * (row[2] + x * steps[2]);
                if (u >= 0
                        && u < uLength
                        && v >= 0
                        && v < vLength
                        && panel.skin().at(u, v, texel)) {
                    depths[i] = (float) depth;
                    blend(i, depth, shared != null ? shared : lightAt(panel, start.plus(step.times(x)), depth));
                }
            }
        }
    }

    /** The direction whose product with a point's offset is its distance along {@code edge}, in metres. */
    private static Vec dual(Vec edge, Vec across) {
        return across.times(edge.length() / edge.dot(across));
    }

    private Colour lightAt(Panel panel, Vec ray, double depth) {
        Vec point = camera.position.plus(ray.times(depth)).plus(panel.normal().times(0.1));
        double facing = panel.normal().dot(light.sun);
        return light.on(panel.normal(), facing <= 0 ? 0 : shadows.sunlit(point.x(), point.y(), point.z()));
    }

    private void blend(int i, double depth, Colour lit) {
        double haze = light.haze(depth);
        double clear = (1 - haze) * texel.cover;
        haze *= texel.cover;
        double behind = 1 - texel.cover;
        double glow = texel.glow;
        set(
                i,
                red[i] * behind + texel.r * (lit.r() + glow) * clear + light.horizon.r() * haze,
                green[i] * behind + texel.g * (lit.g() + glow) * clear + light.horizon.g() * haze,
                blue[i] * behind + texel.b * (lit.b() + glow) * clear + light.horizon.b() * haze,
                texel.label);
    }

    void set(int i, double r, double g, double b, int label) {
        red[i] = (float) r;
        green[i] = (float) g;
        blue[i] = (float) b;
        labels[i] = (byte) label;
    }
}
