package org.nasworkbench.task.scene;

/** What closes the view: distant roofs or woods at the street's end and behind the buildings. */
final class Backdrop {
    private Backdrop() {}

    static void set(Stage stage) {
        Dice dice = stage.dice;
        double far = Street.END + 8;
        boolean woods = dice.chance(0.5);
        Vec wide = new Vec(360, 0, 0);
        stage.panel(new Vec(-180, 0, far), wide, new Vec(0, 26, 0), new Vec(0, 90, far), skyline(dice, woods));
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (stage.street.buildingLine(side) + dice.between(18, 34));
            Vec along = new Vec(0, 0, far + 10);
            stage.panel(
                    new Vec(x, 0, -10), along, new Vec(0, 26, 0), new Vec(x, 90, 20), skyline(dice, dice.chance(0.5)));
        }
    }

    private static Skin skyline(Dice dice, boolean woods) {
        int texture = dice.texture();
        double low = dice.between(2.5, 6);
        double spread = dice.between(2, 9);
        Colour leaves = dice.pick(0x4a5c34, 0x5a6040, 0x38482c, 0x6c6038);
        Colour walls = dice.pick(0x8a7c70, 0x9c9894, 0x7c5c4c, 0xa89c88);
        return (u, v, texel) -> {
            if (woods) {
                double top = low + spread * Noise.cloudy(u / 9, 3, texture);
                return v < top && texel.show(Label.TREE, leaves, 0.4 + Noise.cloudy(u / 1.5, v / 1.5, texture + 1));
            }
            int block = Noise.floor(u / 11);
            double top = low + spread * Noise.cell(block, 5, texture);
            double tone = 0.6 + 0.6 * Noise.cell(block, 6, texture);
            boolean pane = v < top - 1 && u - 2.2 * Noise.floor(u / 2.2) < 1 && v - 3 * Noise.floor(v / 3) > 1.3;
            return v < top && texel.show(Label.BUILDING, walls, pane ? tone * 0.4 : tone);
        };
    }
}
