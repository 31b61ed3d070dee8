package org.nasworkbench.task.scene;

/** Street trees, gardens, parks and hedges: crowns of noisy leaves that let the light through at their edges. */
final class Trees {
    private static final int[] LEAVES = {
        0x4c6c2c, 0x3c5428, 0x64803c, 0x7c7434, 0x8c5c2c, 0x5c6444, 0x485438, 0x6c6850, 0x5c5448, 0x74685c
    };

    private Trees() {}

    static void set(Stage stage) {
        Dice dice = stage.dice;
        int usual = dice.below(LEAVES.length);
        for (int side = -1; side <= 1; side += 2) {
            int index = Street.index(side);
            Street street = stage.street;
            if (street.park[index]) {
                park(stage, side, usual);
                continue;
            }
            double kerbside = dice.chance(0.45) ? dice.between(0.25, 0.8) : 0;
            for (double z = dice.between(6, 16); z < 110; z += dice.between(7, 16)) {
                if (dice.chance(kerbside) && street.free(side, z - 2, z + 2)) {
                    tree(
                            stage,
                            street.at(side * (street.half + 0.9), 0, z),
                            dice.between(5, 9),
                            dice.between(1.6, 2.8),
                            leaves(dice, usual));
                }
            }
            if (street.setback[index] > 1.5) {
                hedges(stage, side, usual);
            }
        }
    }

    private static Colour leaves(Dice dice, int usual) {
        Colour colour = Colour.of(LEAVES[dice.chance(0.7) ? usual : dice.below(LEAVES.length)]);
        return colour.times(dice.between(0.7, 1.3));
    }

    private static void park(Stage stage, int side, int usual) {
        Dice dice = stage.dice;
        double line = stage.street.buildingLine(side);
        for (int i = 0; i < 22; i++) {
            double z = dice.between(8, 110);
            if (stage.street.free(side, z - 2, z + 2)) {
                Vec base = stage.street.at(side * (line + dice.between(0, 14)), 0, z);
                tree(stage, base, dice.between(6, 14), dice.between(2, 4), leaves(dice, usual));
            }
        }
    }

    private static void hedges(Stage stage, int side, int usual) {
        Dice dice = stage.dice;
        double line = side * (stage.street.half + stage.street.pavement[Street.index(side)] + 0.2);
        for (double z = dice.between(2, 20); z < 90; ) {
            double length = dice.between(4, 12);
            if (dice.chance(0.4) && stage.street.free(side, z, z + length)) {
                double height = dice.between(0.8, 1.9);
                Vec near = stage.street.at(line, 0, z);
                Vec along = stage.street.at(line, 0, z + length).minus(near);
                Skin skin = leafage(leaves(dice, usual), dice.texture(), length, height);
                Vec anchor = near.plus(along.times(0.5)).plus(new Vec(0, height + 0.2, 0));
                stage.panel(near, along, new Vec(0, height, 0), anchor, skin);
                stage.panel(near, new Vec(side * 0.9, 0, 0), new Vec(0, height, 0), anchor, skin);
            }
            z += length;
        }
    }

    private static Skin leafage(Colour leaves, int texture, double length, double height) {
        return (u, v, texel) -> v < height - 0.25 * Noise.smooth(u * 2, 0, texture)
                && texel.show(Label.TREE, leaves, 0.35 + 0.4 * v / height + 0.7 * Noise.cloudy(u * 4, v * 4, texture));
    }

    private static void tree(Stage stage, Vec base, double height, double radius, Colour leaves) {
        Dice dice = stage.dice;
        int texture = dice.texture();
        double trunk = stage.visibleWidth(dice.between(0.2, 0.4), base.z());
        double crown = height - radius * 1.1;
        double tall = dice.between(0.9, 1.5);
        double density = dice.chance(0.2) ? 0.35 : dice.between(0.75, 1);
        Colour bark = dice.pick(0x54463a, 0x6a6058, 0x443c34);
        double lean = stage.light.sun.x() * 0.35;
        stage.shadows.ball(new Vec(base.x(), crown, base.z()), radius * (0.6 + 0.4 * density));
        stage.shadows.box(base.x() - trunk / 2, base.x() + trunk / 2, base.z() - 0.15, base.z() + 0.15, crown);
        stage.sheerBillboard(base, radius * 2.4, crown + radius * tall * 1.2, (u, v, texel) -> {
            double dx = (u - radius * 1.2) / radius;
            double dy = (v - crown) / (radius * tall);
            double edge = dx * dx + dy * dy + 0.9 * Noise.cloudy(u * 1.1, v * 1.1, texture) - 0.45;
            if (edge < 1) {
                double clump = Noise.cloudy(u * 2.2, v * 2.2, texture + 1);
                double leaf = Noise.cell(Noise.floor(u * 7), Noise.floor(v * 7), texture + 2);
                texel.show(Label.TREE, leaves, 0.1 + 0.75 * clump + 0.3 * leaf + 0.22 * dy + lean * dx);
                texel.cover = clump * 1.6 + (1 - edge) > 1.35 - density ? 1 : 0.25 + 0.3 * density;
                return true;
            }
            return v < crown
                    && StrictMath.abs(dx) * radius < trunk / 2
                    && texel.show(Label.TREE, bark, 0.7 + 0.6 * Noise.smooth(u * 9, v * 3, texture));
        });
    }
}
