package org.nasworkbench.latency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.statistics.Quantile;
import org.nasworkbench.work.Seeds;

/** The networks that a build times, equal ones once, and what their ratios say about the entries of a table. */
final class BuildNetworks {
    private final ChainSpace space;
    private final List<LatencyKey> keys;
    private final Map<LatencyKey, Network> blocks = new LinkedHashMap<>();

    /** Blocks in context and contexts alone, with their numbers in a round. */
    private final Map<Network, Integer> numbers = new LinkedHashMap<>();

    private final Architecture reference;
    private final List<Architecture> architectures;

    /** {@code wholes} whole networks are timed beside the blocks. */
    BuildNetworks(ChainSpace space, int wholes) {
        this.space = space;
        keys = LatencyKey.all(space);
        for (LatencyKey key : keys) {
            Network block = key.block(space);
            blocks.put(key, block);
            if (block.layers().size() > 1) {
                numbers.putIfAbsent(BlockInContext.without(block.input()), numbers.size());
                numbers.putIfAbsent(BlockInContext.without(block.output()), numbers.size());
                numbers.putIfAbsent(BlockInContext.of(block), numbers.size());
            }
        }
        WholeNetworks drawn = new WholeNetworks(space);
        reference = drawn.reference();
        architectures = drawn.spread(wholes, "build");
    }

    int size() {
        return numbers.size() + architectures.size();
    }

    Architecture reference() {
        return reference;
    }

    List<Network> parts() {
        return new ArrayList<>(numbers.keySet());
    }

    List<Architecture> architectures() {
        return architectures;
    }

    List<Network> wholes() {
        return architectures.stream().map(space::network).toList();
    }

    double[] wholeMillis(Rounds rounds) {
        return IntStream.range(numbers.size(), size())
                .mapToDouble(i -> Quantile.of(0.5, rounds.ratios(i)) * rounds.referenceMillis())
                .toArray();
    }

    /** A timing for each key. */
    Map<LatencyKey, Timing> entries(Rounds rounds, int repeats) {
        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        for (LatencyKey key : keys) {
            boolean identity = blocks.get(key).layers().size() == 1;
            entries.put(key, identity ? Timing.ZERO : timing(key, rounds, repeats));
        }
        return entries;
    }

    /** For each entry half its interval, as a fraction of the time of the block in context. */
    double[] widths(Rounds rounds) {
        return keys.stream()
                .filter(key -> blocks.get(key).layers().size() > 1)
                .mapToDouble(key -> {
                    Timing timing = timing(key, rounds, 1);
                    double whole = Quantile.of(0.5, ratios(BlockInContext.of(blocks.get(key)), rounds))
                            * rounds.referenceMillis();
                    return (timing.high() - timing.low()) / 2 / whole;
                })
                .toArray();
    }

    /** Round by round the block in context less half of each context: the one of its input's shape, the one of its output's. */
    private Timing timing(LatencyKey key, Rounds rounds, int repeats) {
        Network block = blocks.get(key);
        double[] within = ratios(BlockInContext.of(block), rounds);
        double[] before = ratios(BlockInContext.without(block.input()), rounds);
        double[] after = ratios(BlockInContext.without(block.output()), rounds);
        double[] millis = IntStream.range(0, within.length)
                .mapToDouble(r -> (within[r] - (before[r] + after[r]) / 2) * rounds.referenceMillis())
                .toArray();
        return Timing.overRounds(millis, repeats * rounds.size(), Seeds.random(1, "timing", key));
    }

    private double[] ratios(Network network, Rounds rounds) {
        return rounds.ratios(numbers.get(network));
    }
}
