package org.nasworkbench.task.scene;

/** Walls seen from the street: brick or render, windows on a grid, a door or a shop front, lit panes at dusk. */
final class Facade {
    private static final int[] SIGNBOARDS = {0x8c2020, 0x204c78, 0x285c38, 0xd8d4cc, 0x202020, 0xc89828, 0x74306c};

    private Facade() {}

    static Skin plain(Colour wall, boolean brick, int texture) {
        return (u, v, texel) -> texel.show(Label.BUILDING, wall, wallTone(u, v, brick, texture));
    }

    /** Brick courses with pale joints, or mottled render with streaks; darker near the ground. */
    private static double wallTone(double u, double v, boolean brick, int texture) {
        double stain = 0.75 + 0.4 * Noise.cloudy(u / 2, v / 4, texture);
        double foot = v < 0.5 ? 0.8 : 1;
        if (!brick) {
            return stain * foot * (0.92 + 0.16 * Noise.cell(Noise.floor(u * 8), Noise.floor(v * 8), texture));
        }
        int course = Noise.floor(v / 0.15);
        double along = u / 0.45 + 0.5 * (course & 1);
        boolean joint = v / 0.15 - course < 0.15;
        return stain * foot * (joint ? 1.25 : 0.7 + 0.55 * Noise.cell(Noise.floor(along), course, texture));
    }

    static Skin random(Dice dice, Colour wall, boolean brick, int texture, double length, double height, boolean dark) {
        double storey = dice.between(2.7, 3.6);
        double pitch = dice.between(1.7, 3.4);
        boolean offices = dice.chance(0.22);
        double windowWidth = offices ? pitch * 0.86 : dice.between(0.9, 1.4);
        double windowHeight = offices ? storey * 0.72 : dice.between(1.2, 1.8);
        double ground = dice.chance(0.45) ? dice.between(3, 3.8) : 0;
        Colour frame = dice.pick(0xe8e6e0, 0xe8e6e0, 0x403c38, 0x8c8c8c);
        Colour board = dice.pick(SIGNBOARDS);
        Colour pane = dice.pick(0x343c44, 0x485460, 0x6c8094, 0x282a2c, 0x90a4b4);
        double lamps = dark ? dice.between(0.1, 0.5) : 0.02;
        double door = dice.between(0.15, 0.8) * length;
        Glazing glazing = new Glazing(frame, pane, lamps, texture);
        return (u, v, texel) -> {
            if (v > height - 0.35) {
                return texel.show(Label.BUILDING, wall, 1.25);
            }
            if (v < ground) {
                return shop(u, v, ground, board, glazing, texel);
            }
            if (ground == 0 && v < 2.2 && StrictMath.abs(u - door) < 0.55) {
                return texel.show(Label.BUILDING, board, 0.7);
            }
            double column = (u - 0.4) / pitch;
            double row = (v - ground) / storey;
            double du = (column - Noise.floor(column) - 0.5) * pitch;
            double dv = (row - Noise.floor(row) - 0.55) * storey;
            boolean inside = StrictMath.abs(du) < windowWidth / 2 && StrictMath.abs(dv) < windowHeight / 2;
            boolean complete = v - dv + windowHeight / 2 < height - 0.4 && u - du + windowWidth / 2 < length;
            if (inside && complete) {
                double rim =
                        StrictMath.min(windowWidth / 2 - StrictMath.abs(du), windowHeight / 2 - StrictMath.abs(dv));
                return glazing.at(u, v, Noise.floor(column), Noise.floor(row), rim, texel);
            }
            return texel.show(Label.BUILDING, wall, wallTone(u, v, brick, texture));
        };
    }

    private static boolean shop(double u, double v, double top, Colour board, Glazing glazing, Texel texel) {
        int unit = Noise.floor(u / 5);
        double within = u - 5 * unit;
        if (v > top - 0.8) {
            boolean letters = v > top - 0.6
                    && v < top - 0.25
                    && within > 1
                    && within < 4
                    && Noise.cell(Noise.floor(u * 5), 0, 3) < 0.6;
            return texel.show(Label.BUILDING, letters ? Colour.grey(0.75) : board, 1);
        }
        if (v < 0.45 || within < 0.3) {
            return texel.show(Label.BUILDING, board, 0.6);
        }
        return glazing.at(u, v, unit, -1, StrictMath.min(within - 0.3, v - 0.45), texel);
    }

    /** Panes: dark, reflecting the sky towards the top, or lit from inside; with a frame. */
    private record Glazing(Colour frame, Colour pane, double lamps, int texture) {
        boolean at(double u, double v, int column, int row, double rim, Texel texel) {
            if (rim < 0.09) {
                return texel.show(Label.BUILDING, frame, 0.8);
            }
            double kind = Noise.cell(column, row, texture + 8);
            if (kind < lamps) {
                texel.show(Label.BUILDING, Colour.of(0xf0c880), 0.6 + 0.4 * Noise.smooth(u * 2, v * 2, texture));
                texel.glow = 0.8;
                return true;
            }
            return texel.show(
                    Label.BUILDING, pane, 0.4 + 0.8 * kind + 0.4 * Noise.smooth(u * 0.7, v * 0.7, texture + 2));
        }
    }
}
