package org.nasworkbench.task.scene;

import java.util.SplittableRandom;

/** The scene's choices. Draws only whole longs from the generator, whose stream is the published SplitMix64 on every JVM. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number in [0, 1). */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** A whole number in [0, bound). */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** -1 or 1. */
    int side() {
        return chance(0.5) ? -1 : 1;
    }

    Colour pick(int... colours) {
        return Colour.of(colours[below(colours.length)]);
    }

    /** A seed for a texture. */
    int texture() {
        return (int) random.nextLong();
    }

    /** Bell-shaped noise of mean 0 and standard deviation 1/2: three uniform numbers added. */
    double bell() {
        return unit() + unit() + unit() - 1.5;
    }
}
