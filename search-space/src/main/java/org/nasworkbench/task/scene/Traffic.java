package org.nasworkbench.task.scene;

/** Where the cars are: ahead in the lane, oncoming, parked at the kerbs, crossing at the junction. */
final class Traffic {
    private static final double OWN_LANE_START = 9;

    private Traffic() {}

    static void set(Stage stage) {
        Dice dice = stage.dice;
        Street street = stage.street;
        boolean room = street.half > 4.4;
        double lane = street.driveSide * street.half * (room ? 0.35 : 0.5);
        lane(stage, lane, 1, OWN_LANE_START, dice.between(15, 80));
        lane(stage, -lane, -1, 6, dice.between(15, 70));
        for (int side = -1; side <= 1; side += 2) {
            if (room && dice.chance(0.55)) {
                parked(stage, side, side * street.driveSide);
            }
        }
        if (street.joined[0] && dice.chance(0.3)) {
            double x = dice.between(-0.6, 0.6) * street.half;
            Car.set(stage, street.at(x, 0, street.junction), new Vec(dice.side(), 0, 0));
        }
    }

    private static Vec heading(Street street, double z, int direction) {
        return street.at(0, 0, z + 2).minus(street.at(0, 0, z - 2)).unit().times(direction);
    }

    private static void lane(Stage stage, double lateral, int direction, double first, double apart) {
        Dice dice = stage.dice;
        for (double z = first + dice.between(0, apart); z < 100; z += 9 + dice.between(0, apart)) {
            double x = lateral + dice.between(-0.4, 0.4);
            Car.set(stage, stage.street.at(x, 0, z), heading(stage.street, z, direction));
        }
    }

    private static void parked(Stage stage, int side, int direction) {
        Dice dice = stage.dice;
        double filled = dice.between(0.3, 0.9);
        for (double z = dice.between(5, 10); z < 80; z += 6) {
            if (dice.chance(filled) && stage.street.free(side, z - 4, z + 4)) {
                double x = side * (stage.street.half - dice.between(0.95, 1.15));
                Car.set(stage, stage.street.at(x, 0, z), heading(stage.street, z, direction));
            }
        }
    }
}
