package org.nasworkbench.task.scene;

/** Rows of houses, shops and offices on both sides, flat or pitched, with gaps and side streets. */
final class Buildings {
    private static final int[] WALLS = {
        0x8c4c38, 0xa0604a, 0x74483c, 0xb89878, 0xc8bca4, 0xd8d0c0, 0x9a9a98, 0x7c7e84, 0x64666a, 0xb0a898, 0x8a8078,
        0xa8acb4
    };
    private static final int[] ROOFS = {0x6a4438, 0x54524e, 0x484a50, 0x7c5a48};

    private Buildings() {}

    static void set(Stage stage) {
        for (int side = -1; side <= 1; side += 2) {
            if (!stage.street.park[Street.index(side)]) {
                row(stage, side);
            }
        }
    }

    private static void row(Stage stage, int side) {
        Dice dice = stage.dice;
        double gaps = dice.chance(0.6) ? 0.12 : 0.6;
        double usual = dice.between(6, 16);
        double z = dice.between(-8, 3);
        while (z < Street.END) {
            double length = dice.between(6, 18);
            if (stage.street.free(side, z, z + length)) {
                building(stage, side, z, z + length, StrictMath.max(4, usual * dice.between(0.6, 1.5)));
            }
            z += length + (dice.chance(gaps) ? dice.between(1.5, 8) : 0);
        }
    }

    private static void building(Stage stage, int side, double z0, double z1, double height) {
        Dice dice = stage.dice;
        double line = side * stage.street.buildingLine(side);
        double depth = side * dice.between(8, 13);
        Vec near = stage.street.at(line, 0, z0);
        Vec far = stage.street.at(line, 0, z1);
        Vec up = new Vec(0, height, 0);
        Vec inward = new Vec(depth, 0, 0);
        Colour wall = dice.pick(WALLS);
        int texture = dice.texture();
        boolean brick = dice.chance(0.5);
        stage.panel(
                near,
                far.minus(near),
                up,
                null,
                Facade.random(dice, wall, brick, texture, z1 - z0, height, stage.light.dark));
        Skin plain = Facade.plain(wall, brick, texture);
        stage.panel(near, inward, up, null, plain);
        stage.panel(far, inward, up, null, plain);
        double x = (near.x() + far.x()) / 2;
        stage.shadows.box(StrictMath.min(x, x + depth), StrictMath.max(x, x + depth), z0, z1, height);
        if (height < 10 && dice.chance(0.7)) {
            roof(stage, near.plus(up), far.plus(up), inward, plain);
        }
    }

    private static void roof(Stage stage, Vec near, Vec far, Vec inward, Skin gableWall) {
        Dice dice = stage.dice;
        Colour tiles = dice.pick(ROOFS);
        int texture = dice.texture();
        double rise = dice.between(2, 4);
        Vec slope = inward.times(0.5).plus(new Vec(0, rise, 0));
        stage.panel(near, far.minus(near), slope, near.plus(slope).plus(new Vec(0, 1, 0)), (u, v, texel) -> {
            double row = 0.75 + 0.5 * Noise.cell(Noise.floor(u / 0.4), Noise.floor(v / 0.35), texture);
            return texel.show(Label.BUILDING, tiles, row * (0.8 + 0.4 * Noise.smooth(u / 3, v / 3, texture)));
        });
        double half = StrictMath.abs(inward.x()) / 2;
        stage.panel(
                near,
                inward,
                new Vec(0, rise, 0),
                null,
                (u, v, texel) -> v < rise * (1 - StrictMath.abs(u - half) / half) && gableWall.at(u, v, texel));
        if (dice.chance(0.6)) {
            double tall = dice.between(0.8, 1.6);
            Vec base = near.plus(far.minus(near).times(0.3)).plus(slope);
            stage.panel(base, new Vec(0.9, 0, 0), new Vec(0, tall, 0), base.plus(new Vec(0, 3, 0)), gableWall);
        }
    }
}
