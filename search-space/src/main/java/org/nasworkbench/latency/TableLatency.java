package org.nasworkbench.latency;

import java.util.List;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;

/** Predicts from a {@link LatencyTable}: base + sum over blocks of slope x entry. */
public final class TableLatency implements AdditiveLatency {
    private final ChainSpace space;
    private final double baseMillis;
    private final double[][] terms;

    /**
     * Looks up every block of the space once.
     *
     * @throws IllegalArgumentException if the table lacks one
     */
    public TableLatency(ChainSpace space, LatencyTable table) {
        this.space = space;
        baseMillis = table.line().baseMillis();
        List<BlockPlace> places = space.places();
        List<BlockOption> options = space.options();
        terms = new double[places.size()][options.size()];
        for (int b = 0; b < places.size(); b++) {
            for (int o = 0; o < options.size(); o++) {
                Timing timing = table.timing(LatencyKey.of(places.get(b), options.get(o)));
                terms[b][o] = table.line().slopeOf(options.get(o).name()) * timing.millis();
            }
        }
    }

    @Override
    public Latency of(Architecture architecture) {
        space.check(architecture);
        double millis = baseMillis;
        for (int b = 0; b < terms.length; b++) {
            millis += terms[b][architecture.choice(b)];
        }
        return new Latency(millis);
    }

    @Override
    public double[][] terms() {
        double[][] copy = new double[terms.length][];
        for (int b = 0; b < copy.length; b++) {
            copy[b] = terms[b].clone();
        }
        return copy;
    }

    @Override
    public double baseMillis() {
        return baseMillis;
    }
}
