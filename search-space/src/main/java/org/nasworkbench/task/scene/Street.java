package org.nasworkbench.task.scene;

/** The plan of one street: how wide, how it bends, what lies beside it, and where a side street joins. */
final class Street {
    /** Where the buildings end and the backdrop begins, in metres ahead. */
    static final double END = 130;

    final int driveSide;
    final double half;
    /** Index 0 is left, 1 right, here and below. */
    final double[] pavement;

    final double[] setback;
    final boolean[] grass;
    final boolean[] park;
    final boolean[] joined;
    final double junction;
    final double junctionHalf;
    private final double bend;

    Street(Dice dice) {
        driveSide = dice.side();
        half = dice.between(3, 5.8);
        pavement = new double[] {dice.between(1.9, 4.4), dice.between(1.9, 4.4)};
        setback = new double[] {setback(dice), setback(dice)};
        grass = new boolean[] {dice.chance(0.5), dice.chance(0.5)};
        park = new boolean[] {dice.chance(0.15), dice.chance(0.15)};
        boolean crossing = dice.chance(0.5);
        joined = new boolean[] {crossing && dice.chance(0.7), crossing && dice.chance(0.7)};
        junction = dice.between(14, 45);
        junctionHalf = dice.between(3, 5);
        bend = dice.chance(0.5) ? dice.between(-0.0022, 0.0022) : 0;
    }

    private static double setback(Dice dice) {
        return dice.chance(0.5) ? dice.between(0.2, 1) : dice.between(1.5, 5);
    }

    static int index(double side) {
        return side < 0 ? 0 : 1;
    }

    /** Sideways shift of the street at a distance ahead, in metres. */
    double shift(double z) {
        return bend * z * z;
    }

    /** The point at {@code lateral} metres to the right of the road's middle. */
    Vec at(double lateral, double y, double z) {
        return new Vec(lateral + shift(z), y, z);
    }

    /** Distance of the building line from the road's middle. */
    double buildingLine(int side) {
        return half + pavement[index(side)] + setback[index(side)];
    }

    /** Whether a stretch beside the road is free of the side street. */
    boolean free(int side, double z0, double z1) {
        double reach = junctionHalf + pavement[index(side)];
        return !joined[index(side)] || z1 < junction - reach || z0 > junction + reach;
    }
}
