package org.nasworkbench.task.scene;

/** A colour or light in linear red, green, blue; 1 is a white surface. */
record Colour(double r, double g, double b) {
    /** From the hexadecimal value a screen would show, with gamma 2. */
    static Colour of(int hex) {
        return new Colour(linear(hex >> 16 & 255), linear(hex >> 8 & 255), linear(hex & 255));
    }

    static Colour grey(double level) {
        return new Colour(level, level, level);
    }

    private static double linear(int shown) {
        return shown * shown / 65025.0;
    }

    Colour times(double k) {
        return new Colour(r * k, g * k, b * k);
    }

    Colour times(Colour o) {
        return new Colour(r * o.r, g * o.g, b * o.b);
    }

    Colour plus(Colour o) {
        return new Colour(r + o.r, g + o.g, b + o.b);
    }

    Colour mix(Colour o, double share) {
        return times(1 - share).plus(o.times(share));
    }
}
