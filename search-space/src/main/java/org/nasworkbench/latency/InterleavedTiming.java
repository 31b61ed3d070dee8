package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.nasworkbench.space.Network;
import org.nasworkbench.work.Workplace;

/**
 * How networks are timed: in rounds, one after the other, so that a slow drift of the machine falls on all alike. In each round the
 * first run of each is thrown away and the next ones are recorded while caches are hot; a round before the first warms up and records
 * nothing.
 *
 * @param rounds how often all are visited
 * @param repeats recorded runs a visit
 */
public record InterleavedTiming(int rounds, int repeats) implements Serializable {
    public InterleavedTiming {
        if (rounds < 1 || repeats < 1 || rounds * repeats < 4) {
            throw new IllegalArgumentException(
                    "rounds and repeats must be at least 1 and their product at least 4, but were " + rounds + " and "
                            + repeats);
        }
    }

    /** Times networks side by side; one that is its input and nothing else takes no time. */
    List<Timing> measure(Platform platform, List<Network> networks, LongSupplier clock, Workplace workplace) {
        List<Platform.Runner> runners = new ArrayList<>();
        try {
            double[][] millis = new double[networks.size()][rounds * repeats];
            for (Network network : networks) {
                runners.add(network.layers().size() == 1 ? null : platform.prepare(network));
            }
            for (int round = -1; round < rounds; round++) {
                for (int i = 0; i < runners.size(); i++) {
                    if (runners.get(i) != null) {
                        visit(runners.get(i), round, millis[i], clock);
                    }
                }
                workplace.progress((round + 1.0) / rounds, "round %d/%d".formatted(round + 1, rounds));
            }
            List<Timing> timings = new ArrayList<>();
            for (int i = 0; i < millis.length; i++) {
                timings.add(runners.get(i) == null ? Timing.ZERO : Timing.of(millis[i]));
            }
            return timings;
        } finally {
            runners.stream().filter(runner -> runner != null).forEach(Platform.Runner::close);
        }
    }

    private void visit(Platform.Runner runner, int round, double[] millis, LongSupplier clock) {
        runner.run();
        for (int repeat = 0; repeat < repeats; repeat++) {
            double time = runner.millis(clock);
            if (round >= 0) {
                millis[round * repeats + repeat] = time;
            }
        }
    }
}
