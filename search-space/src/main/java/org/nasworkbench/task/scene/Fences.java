package org.nasworkbench.task.scene;

/** Railings, boards and crash barriers along the pavement. Railings show what is behind them, yet all of it is fence. */
final class Fences {
    private Fences() {}

    static void set(Stage stage) {
        Dice dice = stage.dice;
        for (int side = -1; side <= 1; side += 2) {
            int index = Street.index(side);
            boolean garden = stage.street.setback[index] > 1.5 || stage.street.park[index];
            if (garden && dice.chance(0.55)) {
                run(stage, side, stage.street.half + stage.street.pavement[index] + 0.05, dice.between(20, 80));
            }
            if (dice.chance(0.14)) {
                run(stage, side, stage.street.half + 0.25, dice.between(8, 25));
            }
        }
    }

    private static void run(Stage stage, int side, double lateral, double length) {
        Dice dice = stage.dice;
        double height = dice.between(0.9, 1.5);
        Skin skin = skin(dice, height);
        double start = dice.between(3, 18);
        for (double z = start; z < start + length; z += 4) {
            if (stage.street.free(side, z, z + 4)) {
                Vec near = stage.street.at(side * lateral, 0, z);
                Vec along = stage.street.at(side * lateral, 0, z + 4).minus(near);
                stage.sheerPanel(near, along, new Vec(0, height, 0), near.plus(new Vec(0, height, 0)), skin);
            }
        }
    }

    private static Skin skin(Dice dice, double height) {
        int texture = dice.texture();
        Colour colour = dice.pick(0x282c2a, 0x3c4c3c, 0xb8b8b4, 0x8c6c48, 0x6a5844, 0xd8d8d4);
        switch (dice.below(3)) {
            case 0:
                return (u, v, texel) -> {
                    boolean bar = u / 0.22 - Noise.floor(u / 0.22) < 0.3
                            || v > height - 0.09
                            || StrictMath.abs(v - 0.15) < 0.05;
                    texel.show(Label.FENCE, colour, 0.9);
                    texel.cover = bar ? 1 : 0.12;
                    return true;
                };
            case 1:
                return (u, v, texel) -> {
                    double board = u / 0.16 - Noise.floor(u / 0.16);
                    double tone = 0.7 + 0.5 * Noise.cell(Noise.floor(u / 0.16), 1, texture);
                    return texel.show(
                            Label.FENCE,
                            colour,
                            board < 0.12 ? 0.4 : tone * (0.8 + 0.4 * Noise.smooth(u * 7, v, texture)));
                };
            default:
                return (u, v, texel) -> {
                    boolean band = v > height * 0.4 && v < height * 0.85;
                    boolean post = u / 2 - Noise.floor(u / 2) < 0.07;
                    texel.show(Label.FENCE, colour, band ? 0.6 + 0.7 * StrictMath.abs(v / height - 0.62) / 0.2 : 0.7);
                    return (band || post) && v < height * 0.85;
                };
        }
    }
}
