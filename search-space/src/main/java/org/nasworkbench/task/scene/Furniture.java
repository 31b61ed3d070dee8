package org.nasworkbench.task.scene;

/** Lamp posts, bollards, traffic signs, traffic lights, and bins that no class covers (void). */
final class Furniture {
    private Furniture() {}

    static void set(Stage stage) {
        Dice dice = stage.dice;
        lamps(stage);
        for (int i = dice.below(5) + 1; i > 0; i--) {
            sign(stage, dice.side(), dice.between(6, 32));
        }
        for (int side = -1; side <= 1; side += 2) {
            if (dice.chance(0.3)) {
                lights(stage, side, stage.street.junction - stage.street.junctionHalf - 1);
            }
            if (dice.chance(0.18)) {
                bollards(stage, side);
            }
        }
        for (int i = dice.below(4); i > 0; i--) {
            bin(stage, dice.side(), dice.between(7, 30));
        }
    }

    private static Vec kerb(Stage stage, int side, double inset, double z) {
        return stage.street.at(side * (stage.street.half + inset), 0, z);
    }

    private static void post(Stage stage, Vec base, double width, double height, Colour colour) {
        double seen = stage.visibleWidth(width, base.z());
        stage.shadows.box(
                base.x() - width / 2, base.x() + width / 2, base.z() - width / 2, base.z() + width / 2, height);
        stage.billboard(base, seen, height, (u, v, texel) -> texel.show(Label.POLE, colour, 0.65 + 0.7 * u / seen));
    }

    private static void lamps(Stage stage) {
        Dice dice = stage.dice;
        double apart = dice.between(20, 36);
        double height = dice.between(5, 8);
        double width = dice.between(0.12, 0.2);
        boolean arms = dice.chance(0.6);
        Colour colour = dice.pick(0x50545a, 0x8c9090, 0x2c3430, 0xa8a8a4, 0x6c6458);
        for (int side = -1; side <= 1; side += 2) {
            for (double z = dice.between(5, 20); z < 65; z += apart) {
                Vec base = kerb(stage, side, 0.45, z);
                post(stage, base, width, height, colour);
                if (arms) {
                    double thick = stage.visibleWidth(0.14, z);
                    Vec top = base.plus(new Vec(0, height - thick, 0));
                    stage.panel(
                            top,
                            new Vec(-side * 1.8, 0.25, 0),
                            new Vec(0, thick, 0),
                            top.plus(new Vec(0, 1, 0)),
                            (u, v, texel) -> texel.show(Label.POLE, u > 1.2 ? Colour.grey(0.6) : colour, 1));
                }
            }
        }
    }

    private static void sign(Stage stage, int side, double z) {
        Dice dice = stage.dice;
        boolean large = dice.chance(0.22);
        double width = large ? dice.between(1.4, 2.8) : dice.between(0.65, 0.95);
        double height = large ? width * 0.65 : width;
        double foot = large ? 1.6 : dice.between(1.9, 2.5);
        Vec base = kerb(stage, side, large ? 1.2 : 0.5, z);
        post(stage, base, 0.12, foot + height * 0.5, dice.pick(0x84888c, 0x6c6c6c, 0xa8a8a4));
        stage.billboard(
                base.plus(new Vec(0, foot, -0.08)),
                width,
                height,
                large ? board(dice, width, height) : plate(dice, width));
    }

    private static Skin board(Dice dice, double width, double height) {
        Colour field = dice.pick(0x1c5c3c, 0x20508c, 0xe0dcd0, 0xd8a828);
        int texture = dice.texture();
        return (u, v, texel) -> {
            boolean rim = StrictMath.min(StrictMath.min(u, width - u), StrictMath.min(v, height - v)) < 0.07;
            boolean text = v / 0.3 - Noise.floor(v / 0.3) > 0.55
                    && Noise.cell(Noise.floor(u * 11), Noise.floor(v / 0.3), texture) < 0.6;
            return texel.show(Label.SIGN, rim || text ? Colour.grey(field.g() > 0.5 ? 0.1 : 0.8) : field, 1);
        };
    }

    /** A disc, a triangle or a square with a coloured rim or field. */
    private static Skin plate(Dice dice, double size) {
        int shape = dice.below(3);
        Colour rim = dice.pick(0xc02024, 0xc02024, 0x1c50a0, 0x202020);
        Colour field = dice.pick(0xf0eee8, 0xf0eee8, 0x1c50a0, 0xe0c030);
        return (u, v, texel) -> {
            double x = 2 * u / size - 1;
            double y = 2 * v / size - 1;
            double reach = shape == 0
                    ? StrictMath.sqrt(x * x + y * y)
                    : shape == 1
                            ? StrictMath.max(-y * 1.1, y * 0.5 + StrictMath.abs(x) * 0.95 + 0.05)
                            : StrictMath.max(StrictMath.abs(x), StrictMath.abs(y));
            boolean symbol = StrictMath.abs(x) < 0.15 && StrictMath.abs(y) < 0.4;
            Colour shown = reach > 0.7 ? rim : symbol ? Colour.grey(0.05) : field;
            return reach < 1 && texel.show(Label.SIGN, shown, 1);
        };
    }

    private static void lights(Stage stage, int side, double z) {
        Vec base = kerb(stage, side, 0.4, z);
        int lit = stage.dice.below(3);
        post(stage, base, 0.16, 2.6, Colour.of(0x404448));
        stage.billboard(base.plus(new Vec(0, 2.3, -0.1)), 0.5, 1.2, (u, v, texel) -> {
            int lamp = StrictMath.min(2, Noise.floor(v / 0.4));
            double x = u - 0.25;
            double y = v - 0.4 * lamp - 0.2;
            boolean glass = x * x + y * y < 0.026;
            Colour colour = Colour.of(new int[] {0x30e090, 0xf0a020, 0xf02820}[lamp]);
            texel.show(Label.SIGN, glass && lamp == lit ? colour : Colour.grey(0.02), glass && lamp != lit ? 2 : 1);
            texel.glow = glass && lamp == lit ? 1 : 0;
            return true;
        });
    }

    private static void bollards(Stage stage, int side) {
        Dice dice = stage.dice;
        Colour colour = dice.pick(0x303030, 0x8c8c88, 0xb8a040);
        double z = dice.between(6, 14);
        for (int i = 0; i < 6; i++) {
            post(stage, kerb(stage, side, 0.35, z + i * 1.8), 0.2, 1, colour);
        }
    }

    private static void bin(Stage stage, int side, double z) {
        Dice dice = stage.dice;
        double width = dice.between(0.5, 1.2);
        double height = dice.between(0.8, 1.4);
        Colour colour = dice.pick(0x303834, 0xa83028, 0x3c5c78, 0x8c8880, 0x786040);
        Vec base = kerb(stage, side, dice.between(0.7, 1.4), z);
        stage.shadows.box(base.x() - width / 2, base.x() + width / 2, base.z() - 0.3, base.z() + 0.3, height);
        stage.billboard(
                base,
                width,
                height,
                (u, v, texel) -> texel.show(Label.VOID, colour, v > height * 0.85 ? 1.2 : 0.6 + 0.5 * u / width));
    }
}
