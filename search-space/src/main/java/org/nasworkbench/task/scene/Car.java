package org.nasworkbench.task.scene;

/** One car, van or bus: a low body and a cabin with sloping windows, or a tall box, on wheels. */
final class Car {
    private static final int[] PAINTS = {
        0x8c9094, 0xb8bcc0, 0xe4e4e0, 0x202226, 0x34363c, 0x8c2424, 0xa83c30, 0x28406c, 0x3c6898, 0x2c5040, 0x5c6068,
        0xc8b890, 0x746858
    };
    private static final Colour GLASS = Colour.of(0x2c343c);
    private static final Colour TYRE = Colour.of(0x1c1c1e);

    private final Stage stage;
    private final Vec middle;
    private final Vec ahead;
    private final Vec right;
    private final Colour paint;
    private final boolean box;
    private final double length;
    private final double width;
    private final double height;
    private final double belt;
    private final double bonnet;
    private final double boot;
    private final double slope;

    /** Puts a random vehicle with its middle at a point of the ground and its front towards {@code ahead}. */
    static void set(Stage stage, Vec middle, Vec ahead) {
        new Car(stage, middle, ahead).build();
    }

    private Car(Stage stage, Vec middle, Vec ahead) {
        Dice dice = stage.dice;
        this.stage = stage;
        this.middle = middle;
        this.ahead = ahead;
        this.right = new Vec(ahead.z(), 0, -ahead.x());
        this.paint = dice.pick(PAINTS).times(dice.between(0.85, 1.15));
        double kind = dice.unit();
        boolean bus = kind > 0.96;
        this.box = kind > 0.86;
        this.length = bus ? 9 : box ? 5 : dice.between(3.7, 4.7);
        this.width = bus ? 2.4 : dice.between(1.65, 1.85);
        this.height = bus ? 3.1 : box ? dice.between(1.9, 2.3) : dice.between(1.38, 1.6);
        this.belt = box ? height * 0.55 : dice.between(0.85, 1);
        this.bonnet = box ? 0.3 : dice.between(0.9, 1.2);
        this.boot = box ? 0 : dice.chance(0.5) ? dice.between(0, 0.3) : dice.between(0.5, 0.9);
        this.slope = box ? 0.15 : 0.5;
    }

    private void build() {
        double reachX = (StrictMath.abs(ahead.x()) * length + StrictMath.abs(right.x()) * width) / 2;
        double reachZ = (StrictMath.abs(ahead.z()) * length + StrictMath.abs(right.z()) * width) / 2;
        stage.shadows.box(
                middle.x() - reachX, middle.x() + reachX, middle.z() - reachZ, middle.z() + reachZ, height * 0.95);
        shade();
        Vec tall = new Vec(0, height, 0);
        Vec across = right.times(width);
        for (int side = -1; side <= 1; side += 2) {
            add(at(side * width / 2, 0, -length / 2), ahead.times(length), tall, this::side);
        }
        add(at(-width / 2, 0, -length / 2), across, new Vec(0, belt, 0), end(Colour.of(0xb01818)));
        add(at(-width / 2, 0, length / 2), across, new Vec(0, belt, 0), end(Colour.of(0xe8e4d8)));
        double back = boot - length / 2;
        double front = length / 2 - bonnet;
        Vec rise = new Vec(0, height - belt, 0);
        add(at(-width / 2, belt, back), across, ahead.times(slope).plus(rise), this::window);
        add(at(-width / 2, belt, front), across, ahead.times(-slope).plus(rise), this::window);
        add(at(-width / 2, height, back + slope), across, ahead.times(front - back - 2 * slope), this::body);
        add(at(-width / 2, belt, front), across, ahead.times(bonnet), this::body);
        if (boot > 0) {
            add(at(-width / 2, belt, -length / 2), across, ahead.times(boot), this::body);
        }
    }

    private Vec at(double aside, double up, double along) {
        return middle.plus(right.times(aside)).plus(ahead.times(along)).plus(new Vec(0, up, 0));
    }

    private void add(Vec origin, Vec u, Vec v, Skin skin) {
        stage.panel(origin, u, v, middle.plus(new Vec(0, height + 0.1, 0)), skin);
    }

    /** The darkness under the car, there even without sun. */
    private void shade() {
        Vec corner = at(-width / 2 - 0.15, 0.03, -length / 2 - 0.15);
        stage.sheerPanel(corner, right.times(width + 0.3), ahead.times(length + 0.3), corner, (u, v, texel) -> {
            texel.show(Label.ROAD, Colour.grey(0), 1);
            texel.cover = 0.75;
            return true;
        });
    }

    private boolean body(double u, double v, Texel texel) {
        return texel.show(Label.CAR, paint, 1.1);
    }

    private boolean window(double u, double v, Texel texel) {
        double top = StrictMath.sqrt(slope * slope + (height - belt) * (height - belt)) - 0.13;
        boolean glass = StrictMath.min(u, width - u) > 0.17 && v > 0.06 && v < top;
        return texel.show(Label.CAR, glass ? GLASS : paint, glass ? 0.6 + 1.6 * v : 0.9);
    }

    private Skin end(Colour lamps) {
        return (u, v, texel) -> {
            double edge = StrictMath.min(u, width - u);
            if (v < 0.3) {
                return edge < 0.22 && texel.show(Label.CAR, TYRE, 0.7);
            }
            if (edge < 0.3 && v > belt * 0.6 && v < belt * 0.85) {
                texel.show(Label.CAR, lamps, 1);
                texel.glow = stage.light.dark ? 1.2 : 0.2;
                return true;
            }
            boolean plate = StrictMath.abs(u - width / 2) < 0.27 && v > belt * 0.5 && v < belt * 0.65;
            double bumper = v < 0.5 ? 0.55 : 0.9;
            return texel.show(Label.CAR, plate ? Colour.of(0xe0d8a0) : paint, bumper);
        };
    }

    /** Seen from the side: u from the rear to the front, v up. */
    private boolean side(double u, double v, Texel texel) {
        double wheel = StrictMath.min(StrictMath.abs(u - 0.19 * length), StrictMath.abs(u - 0.8 * length));
        double fromHub = wheel * wheel + (v - 0.32) * (v - 0.32);
        if (fromHub < 0.1) {
            return texel.show(Label.CAR, fromHub < 0.035 ? Colour.grey(0.3) : TYRE, 1);
        }
        if (v < 0.25) {
            return false;
        }
        if (v < belt) {
            boolean gap = StrictMath.abs(u - length * 0.47) < 0.025 || fromHub < 0.14;
            return texel.show(Label.CAR, paint, gap ? 0.3 : 0.75 + 0.3 * v / belt);
        }
        double lean = (v - belt) / (height - belt) * slope;
        double edge = StrictMath.min(u - boot - lean, length - bonnet - lean - u);
        if (edge < 0) {
            return false;
        }
        boolean glass = edge > 0.1 && v < height - 0.09 && StrictMath.abs(u - length * 0.47) > 0.05;
        return texel.show(Label.CAR, glass ? GLASS : paint, glass ? 0.5 + (v - belt) : 1);
    }
}
