package org.nasworkbench.task.scene;

/** Sun, sky light and haze of one scene. */
final class Light {
    final Vec sun;
    final Colour sunlight;
    final Colour ambient;
    final Colour zenith;
    final Colour horizon;
    final double cloudiness;
    final double visibility;
    final boolean dark;
    final boolean overcast;

    /** A clear, an overcast or a dusky hour. */
    Light(Dice dice) {
        double mood = dice.unit();
        dark = mood > 0.82;
        boolean clear = mood < 0.5;
        overcast = !dark && !clear;
        double elevation = clear ? dice.between(0.35, 1.1) : dice.between(0.12, 0.4);
        double azimuth = dice.between(-3.14, 3.14);
        sun = new Vec(
                StrictMath.sin(azimuth) * StrictMath.cos(elevation),
                StrictMath.sin(elevation),
                StrictMath.cos(azimuth) * StrictMath.cos(elevation));
        double power = dice.between(0.75, 1.25);
        double warmth = dice.between(-0.12, 0.14);
        Colour tint = new Colour(1 + warmth, 1, 1 - warmth);
        if (dark) {
            sunlight = Colour.of(0xffb070).times(0.28 * power);
            ambient = Colour.of(0xa6a8b8).times(0.42 * power).times(tint);
            zenith = dice.pick(0x4a5a78, 0x6a6a80, 0x384058).times(power);
            horizon = dice.pick(0xe0a880, 0xc8a0a0, 0xa0a0b0, 0xd8b890).times(power);
        } else if (clear) {
            sunlight = Colour.of(0xfff0dc).times(0.95 * power).times(tint);
            ambient = Colour.of(0xb4c4dc).times(0.62 * power);
            zenith = dice.pick(0x5a86c8, 0x6e9ad6, 0x4678bc, 0x88a8d0).times(power);
            horizon = dice.pick(0xc4d6ea, 0xdce4ea, 0xb4cce6, 0xe6e2d8).times(power);
        } else {
            sunlight = Colour.grey(0.12 * power);
            ambient = Colour.of(0xe4e6ea).times(0.85 * power).times(tint);
            zenith = dice.pick(0xb4bac2, 0xd2d6da, 0x98a2ae, 0xe4e6e6).times(power);
            horizon = dice.pick(0xd8dade, 0xe8e8e6, 0xc2c8ce).times(power);
        }
        cloudiness = clear ? dice.between(0, 0.55) : dice.between(0.4, 1);
        visibility = dice.chance(0.2) ? dice.between(70, 140) : dice.between(150, 500);
    }

    /** Light on a surface that faces {@code normal}, where {@code sunlit} of the sun reaches it. */
    Colour on(Vec normal, double sunlit) {
        double facing = StrictMath.max(0, normal.dot(sun)) * sunlit;
        return ambient.times(0.78 + 0.22 * normal.y()).plus(sunlight.times(facing));
    }

    /** Share of the haze's colour in what is seen at a depth in metres. */
    double haze(double depth) {
        double ratio = depth / visibility;
        return ratio * ratio / (ratio * ratio + 0.35 + ratio);
    }

    /** The sky in a direction; its label is the caller's. */
    Colour sky(Vec ray, int texture) {
        Vec d = ray.unit();
        double height = StrictMath.max(0, d.y());
        Colour clear = horizon.mix(zenith, StrictMath.min(1, height * 2.2));
        double spread = 1 / (height + 0.12);
        double cloud = Noise.cloudy(d.x() * spread * 1.3 + 40, d.z() * spread * 1.3 + 40, texture);
        double white = StrictMath.max(0, StrictMath.min(1, (cloud - 0.75 + 0.5 * cloudiness) * 3.5));
        double glare = StrictMath.max(0, d.dot(sun));
        glare *= glare;
        glare *= glare;
        glare *= glare;
        double bright = 0.75 + 0.45 * Noise.smooth(d.x() * spread * 3, d.z() * spread * 3, texture + 9);
        Colour cloudColour =
                horizon.mix(ambient.plus(sunlight.times(0.5)), 0.55).times(bright);
        return clear.mix(cloudColour, white * 0.85).plus(sunlight.times(0.5 * glare * glare * glare));
    }
}
