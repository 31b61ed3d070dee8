package org.nasworkbench.task.scene;

/** The front of the camera's own car at the lower edge of some pictures: void. */
final class Bonnet {
    private Bonnet() {}

    static void paint(Canvas canvas, Dice dice) {
        if (!dice.chance(0.35)) {
            return;
        }
        int height = canvas.camera.height;
        int width = canvas.camera.width;
        double rise = dice.between(0.05, 0.13) * height;
        double tilt = dice.between(-0.03, 0.03) * height;
        double middle = dice.between(0.35, 0.65);
        Colour paint = dice.pick(0x202226, 0x303038, 0x501c1c, 0x6a6e74, 0x283448);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double across = (x / (double) width - middle) * 1.6;
                double below = y - (height - rise * (1 - across * across) + tilt * across);
                if (below > 0) {
                    double shine = 0.6 + 0.8 * StrictMath.max(0, 1 - below / (0.35 * rise));
                    canvas.set(y * width + x, paint.r() * shine, paint.g() * shine, paint.b() * shine, Label.VOID);
                }
            }
        }
    }
}
