package org.nasworkbench.task.scene;

/** The look of everything that lies flat: asphalt with markings, pavement with slabs, grass. */
final class Ground {
    private final Street street;
    private final int texture;
    private final Colour asphalt;
    private final Colour slabs;
    private final Colour grass;
    private final Colour edgeLine;
    private final boolean zebra;
    private final boolean edged;
    private final double dash;
    private final double slab;
    private final double wear;

    Ground(Street street, Dice dice) {
        this.street = street;
        texture = dice.texture();
        asphalt = dice.pick(0x5c5c60, 0x707072, 0x86868a, 0x4a4a4e, 0x7a7470, 0x949494);
        slabs = dice.pick(0x94908c, 0x84807c, 0xa89c90, 0x6c6a68, 0x9c8478, 0x787a80);
        grass = dice.pick(0x5c7838, 0x6c8040, 0x4c6434, 0x8a8a50);
        edgeLine = dice.pick(0xd8d4cc, 0xc8a83c);
        zebra = dice.chance(0.3);
        edged = dice.chance(0.6);
        dash = dice.between(3, 8);
        slab = dice.between(0.5, 1.1);
        wear = dice.between(0.1, 0.6);
    }

    void at(double x, double z, Texel texel) {
        double lateral = x - street.shift(z);
        int side = Street.index(lateral);
        double aside = StrictMath.abs(lateral);
        double intoJunction = StrictMath.abs(z - street.junction) - street.junctionHalf;
        double kerb = street.joined[side] ? StrictMath.min(aside - street.half, intoJunction) : aside - street.half;
        double grain =
                0.8 + 0.25 * Noise.smooth(x * 9, z * 9, texture) + 0.25 * Noise.cloudy(x * 0.6, z * 0.3, texture + 1);
        if (kerb < 0) {
            road(lateral, z, grain, texel);
        } else if (kerb < street.pavement[side]) {
            pavement(x, z, kerb, grain, texel);
        } else if (street.grass[side] || street.park[side]) {
            double tufts = 0.5 + 0.9 * Noise.cloudy(x * 3, z * 3, texture + 3);
            texel.show(Label.TREE, grass, tufts);
        } else {
            pavement(x, z, kerb, grain * 0.9, texel);
        }
    }

    private void road(double lateral, double z, double grain, Texel texel) {
        double aside = StrictMath.abs(lateral);
        double fade = Noise.smooth(lateral * 5, z * 5, texture + 4);
        boolean near = aside < street.half;
        double patch = Noise.cell(Noise.floor(lateral / 2.3), Noise.floor(z / 7.7), texture + 5) < 0.07 ? 0.75 : 1;
        double track = 1 - 0.12 * Noise.smooth(lateral * 1.1, z * 0.05, texture + 6);
        boolean crossing = street.joined[0] || street.joined[1];
        double toStop = street.junction - street.junctionHalf - z;
        boolean inJunction = crossing && StrictMath.abs(z - street.junction) < street.junctionHalf + 1;
        boolean middle = near && !inJunction && aside < 0.1 && z - dash * Noise.floor(z / dash) < dash * 0.55;
        boolean edge = near && edged && !inJunction && StrictMath.abs(aside - street.half + 0.45) < 0.07;
        boolean stop = crossing && near && toStop > 1 && toStop < 1.4 && lateral * street.driveSide > 0;
        boolean stripes = zebra && near && toStop > 2 && toStop < 5 && Noise.floor(lateral / 0.55) % 2 == 0;
        if ((middle || stop || stripes) && fade > wear * 0.6) {
            texel.show(Label.ROAD, Colour.of(0xe4e2dc), grain * 0.8);
        } else if (edge && fade > wear) {
            texel.show(Label.ROAD, edgeLine, grain * 0.8);
        } else {
            texel.show(Label.ROAD, asphalt, grain * patch * track);
        }
    }

    private void pavement(double x, double z, double kerb, double grain, Texel texel) {
        double across = x / slab;
        double along = z / slab;
        boolean joint = across - Noise.floor(across) < 0.07 || along - Noise.floor(along) < 0.07;
        double tone = 0.85 + 0.3 * Noise.cell(Noise.floor(across), Noise.floor(along), texture + 7);
        double level = kerb < 0.16 ? 1.25 : kerb < 0.22 ? 0.6 : joint ? 0.65 : tone;
        texel.show(Label.PAVEMENT, slabs, grain * level);
    }
}
