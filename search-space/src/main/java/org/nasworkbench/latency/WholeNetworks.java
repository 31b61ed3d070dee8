package org.nasworkbench.latency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.work.Seeds;

/** Whole networks of a space that a table is fitted on, checked with and held against; always the same ones. */
final class WholeNetworks {
    private static final int DRAWN_FOR_A_BAND = 400;

    private final ChainSpace space;

    /** For each place its options from the cheapest to the costliest. */
    private final List<List<Integer>> byCost = new ArrayList<>();

    WholeNetworks(ChainSpace space) {
        this.space = space;
        for (BlockPlace place : space.places()) {
            long[] macs = space.options().stream()
                    .mapToLong(option -> space.block(place, option).macs())
                    .toArray();
            byCost.add(IntStream.range(0, macs.length)
                    .boxed()
                    .sorted(Comparator.comparingLong(o -> macs[o]))
                    .toList());
        }
    }

    /** The network that is timed in every round: in the middle of the space. */
    Architecture reference() {
        return spread(3, "reference").get(1);
    }

    /**
     * Architectures from light to heavy: the i-th draws its options from the costlier half with probability i / (count - 1).
     *
     * @param purpose other purposes, other networks
     */
    List<Architecture> spread(int count, String purpose) {
        RandomGenerator random = Seeds.random(1, "latency", purpose, space.name());
        return IntStream.range(0, count)
                .mapToObj(i -> draw((double) i / (count - 1), random))
                .toList();
    }

    /**
     * Architectures of nearly the same MACs, where these say nothing about latency: of {@value #DRAWN_FOR_A_BAND} those around the
     * median.
     */
    List<Architecture> band(int count, String purpose) {
        RandomGenerator random = Seeds.random(1, "latency", "band", purpose, space.name());
        List<Architecture> drawn = IntStream.range(0, DRAWN_FOR_A_BAND)
                .mapToObj(i -> draw(0.5, random))
                .distinct()
                .sorted(Comparator.comparingLong(this::macs))
                .toList();
        int from = Math.max(0, (drawn.size() - count) / 2);
        return drawn.subList(from, Math.min(drawn.size(), from + count));
    }

    private long macs(Architecture architecture) {
        return space.network(architecture).macs();
    }

    private Architecture draw(double heavy, RandomGenerator random) {
        List<Integer> choices = new ArrayList<>();
        for (List<Integer> options : byCost) {
            int half = options.size() / 2;
            choices.add(
                    random.nextDouble() < heavy
                            ? options.get(half + random.nextInt(options.size() - half))
                            : options.get(random.nextInt(half)));
        }
        return new Architecture(choices);
    }
}
