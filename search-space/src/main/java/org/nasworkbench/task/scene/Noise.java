package org.nasworkbench.task.scene;

/** Textures from hashed whole coordinates. All values are in [0, 1). */
final class Noise {
    private Noise() {}

    static int floor(double x) {
        int i = (int) x;
        return x < i ? i - 1 : i;
    }

    /** An independent number for each whole cell. */
    static double cell(int x, int y, int seed) {
        int h = seed + x * 0x9E3779B1 ^ y * 0x85EBCA77;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return ((h ^ h >>> 15) >>> 8) * 0x1.0p-24;
    }

    /** Smooth noise with features of size 1. */
    static double smooth(double x, double y, int seed) {
        int ix = floor(x);
        int iy = floor(y);
        double fx = ease(x - ix);
        double fy = ease(y - iy);
        double low = mix(cell(ix, iy, seed), cell(ix + 1, iy, seed), fx);
        return mix(low, mix(cell(ix, iy + 1, seed), cell(ix + 1, iy + 1, seed), fx), fy);
    }

    /** Three octaves of smooth noise, the coarsest of size 1. */
    static double cloudy(double x, double y, int seed) {
        return (4 * smooth(x, y, seed) + 2 * smooth(2 * x, 2 * y, seed + 1) + smooth(4 * x, 4 * y, seed + 2)) / 7;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
