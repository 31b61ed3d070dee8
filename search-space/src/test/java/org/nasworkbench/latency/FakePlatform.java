package org.nasworkbench.latency;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.nasworkbench.space.Network;

/** A platform whose networks take the time that it is told, on a clock of its own; nothing is run. */
final class FakePlatform implements Platform {
    private final ToDoubleFunction<Network> millis;
    private UnaryOperator<Double> speed = time -> 1.0;
    private double output;
    private boolean projected;
    private long runs;
    private long nanos;

    /** Takes what layers and MACs say. */
    FakePlatform() {
        this(network -> millis(network.layers().size() - 1, network.macs()));
    }

    FakePlatform(ToDoubleFunction<Network> millis) {
        this.millis = millis;
    }

    /** Is so many times slower after so many seconds of its own clock. */
    FakePlatform slower(UnaryOperator<Double> factor) {
        speed = factor;
        return this;
    }

    FakePlatform output(double read) {
        output = read;
        return this;
    }

    FakePlatform projecting() {
        projected = true;
        return this;
    }

    /** What a network of so many layers and MACs takes. */
    static double millis(double layers, long macs) {
        return (1000 * layers + macs / 10.0) / 1e6;
    }

    long nanos() {
        return nanos;
    }

    long runs() {
        return runs;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String description() {
        return "no real device";
    }

    @Override
    public boolean projected() {
        return projected;
    }

    @Override
    public Runner prepare(Network network) {
        double each = millis.applyAsDouble(network) * 1e6;
        return new Runner() {
            @Override
            public double run() {
                runs++;
                nanos += Math.round(each * speed.apply(nanos / 1e9));
                return output;
            }

            @Override
            public void close() {}
        };
    }
}
