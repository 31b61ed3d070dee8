package org.nasworkbench.task.scene;

/** Paints one street scene from a seed. */
public final class StreetPainter {
    /** Samples along each side of a pixel. Odd, so that one lies in its middle. */
    static final int SAMPLES = 3;

    private StreetPainter() {}

    /**
     * The scene of a seed; the same bytes on every JVM.
     *
     * @param height height in pixels, at least 32
     * @param width width in pixels, at least 48
     */
    public static Picture paint(int height, int width, long seed) {
        Dice dice = new Dice(seed);
        Street street = new Street(dice);
        Light light = new Light(dice);
        double lane = street.driveSide * street.half * dice.between(0.3, 0.6);
        Camera camera = new Camera(height * SAMPLES, width * SAMPLES, lane, dice);
        Lens lens = new Lens(dice);
        Ground ground = new Ground(street, dice);
        int sky = dice.texture();
        Stage stage = new Stage(dice, street, light, camera);
        Backdrop.set(stage);
        Buildings.set(stage);
        Trees.set(stage);
        Fences.set(stage);
        Furniture.set(stage);
        Traffic.set(stage);
        People.set(stage);
        Canvas canvas = new Canvas(camera, light, stage.shadows);
        stage.paint(canvas, ground, sky);
        Bonnet.paint(canvas, dice);
        return lens.develop(canvas, SAMPLES);
    }
}
