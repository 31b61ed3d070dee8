package org.nasworkbench.task.scene;

/** Pedestrians on the pavements, some crossing, and bicyclists at the edge of the road. */
final class People {
    private static final int[] CLOTHES = {
        0x202228, 0x343c50, 0x6c2c2c, 0x8c8474, 0xb8b4ac, 0x3c5440, 0x50648c, 0x987c3c, 0x5c4458, 0xd8d4cc, 0xa04030
    };
    private static final int[] SKIN = {0xe0b898, 0xc89878, 0x8c5c40, 0x5c3c2c};

    private People() {}

    static void set(Stage stage) {
        Dice dice = stage.dice;
        Street street = stage.street;
        int walkers = dice.chance(0.85) ? 2 + dice.below(12) : 0;
        for (int i = 0; i < walkers; i++) {
            int side = dice.side();
            double pavement = street.pavement[Street.index(side)];
            boolean crossing = dice.chance(0.12);
            double lateral = crossing
                    ? dice.between(-1, 1) * street.half
                    : side * (street.half + pavement * dice.between(0.25, 0.95));
            walker(stage, street.at(lateral, 0, crossing ? dice.between(12, 30) : dice.between(7, 26)));
        }
        int riders = dice.chance(0.65) ? 1 + dice.below(3) : 0;
        for (int i = 0; i < riders; i++) {
            double lateral = dice.side() * (street.half - dice.between(0.5, 1.2));
            rider(stage, street.at(lateral, 0, dice.between(7, 19)), dice.chance(0.45));
        }
    }

    private static void cast(Stage stage, Vec base, double reach, double height) {
        stage.shadows.box(base.x() - reach, base.x() + reach, base.z() - reach, base.z() + reach, height);
    }

    private static void walker(Stage stage, Vec base) {
        Dice dice = stage.dice;
        double height = dice.chance(0.12) ? dice.between(1.1, 1.4) : dice.between(1.6, 1.9);
        double stride = dice.between(0.02, 0.3);
        boolean skirt = dice.chance(0.2);
        Outfit outfit = new Outfit(
                dice.pick(CLOTHES),
                dice.pick(CLOTHES),
                dice.pick(SKIN),
                dice.pick(0x2c2018, 0x5c4428, 0x8c7850, 0x181818));
        cast(stage, base, 0.2, height);
        stage.billboard(base, 0.8, height, (u, v, texel) -> {
            double x = (u - 0.4) * 1.75 / height;
            double y = v / height;
            if (y < 0.47) {
                double spread = 0.07 + stride * (0.47 - y);
                double leg = skirt && y > 0.25
                        ? StrictMath.abs(x) - 0.17
                        : StrictMath.abs(StrictMath.abs(x) - spread) - 0.085;
                return leg < 0 && texel.show(Label.PEDESTRIAN, outfit.lower, y < 0.05 ? 0.4 : 0.85 + 0.4 * x);
            }
            return outfit.upper(x, (y - 0.47) / 0.53, Label.PEDESTRIAN, texel);
        });
    }

    private static void rider(Stage stage, Vec base, boolean across) {
        Dice dice = stage.dice;
        Outfit outfit = new Outfit(
                dice.pick(0xc8d028, 0xd06020, 0x202228, 0x6c2c2c, 0x50648c, 0xb8b4ac),
                dice.pick(CLOTHES),
                dice.pick(SKIN),
                dice.pick(0xd8d8d4, 0x202020, 0xb02828, 0x5c4428));
        double radius = 0.36;
        double width = across ? 1.9 : 0.75;
        cast(stage, base, 0.25, 1.7);
        stage.sheerBillboard(base, width, 1.8, (u, v, texel) -> {
            double x = u - width / 2;
            if (v > 0.85) {
                double lean = across ? x - 0.25 * (v - 0.85) + 0.2 : x;
                boolean bars = v < 1.08 && v > 0.98 && (across ? x > 0.1 && x < 0.5 : StrictMath.abs(x) < 0.33);
                return outfit.upper(lean, (v - 0.85) / 0.95, Label.BICYCLIST, texel)
                        || bars && texel.show(Label.BICYCLIST, Colour.grey(0.05), 1);
            }
            double legs = across
                    ? StrictMath.abs(x + 0.05 - 0.2 * (0.85 - v)) - 0.13
                    : StrictMath.abs(StrictMath.abs(x) - 0.12) - 0.08;
            if (v > 0.22 && legs < 0) {
                return texel.show(Label.BICYCLIST, outfit.lower, 0.9);
            }
            double hub = across ? StrictMath.abs(StrictMath.abs(x) - 0.55) : StrictMath.abs(x) * 5;
            double round = StrictMath.sqrt(hub * hub + (v - radius) * (v - radius));
            boolean frame = across
                    && v > 0.35
                    && v < 0.85
                    && StrictMath.abs(x) < 0.5
                    && StrictMath.abs(v - 0.45 - StrictMath.abs(x) * 0.5) < 0.06;
            if (round > radius && !frame) {
                return false;
            }
            texel.show(Label.BICYCLIST, Colour.grey(0.03), 1);
            texel.cover = frame || !across || round > radius * 0.75 ? 1 : 0.3;
            return true;
        });
    }

    private record Outfit(Colour top, Colour lower, Colour skin, Colour hair) {
        /** Trunk, arms and head: x metres from the middle, y from the hips (0) to the crown (1). */
        boolean upper(double x, double y, int label, Texel texel) {
            if (y < 0.68) {
                double half = 0.17 + 0.09 * StrictMath.min(1, y / 0.5);
                boolean arm = StrictMath.abs(x) > half - 0.08;
                return StrictMath.abs(x) < half && texel.show(label, top, arm ? 0.75 : 1 + 0.5 * x);
            }
            double dy = (y - 0.85) * 0.95;
            boolean head = x * x * 1.4 + dy * dy < 0.021;
            return (head || StrictMath.abs(x) < 0.06 && y < 0.8) && texel.show(label, dy > 0.03 ? hair : skin, 1);
        }
    }
}
