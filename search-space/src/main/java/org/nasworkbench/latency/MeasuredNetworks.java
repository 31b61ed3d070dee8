package org.nasworkbench.latency;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;

/**
 * Whole networks that were measured, beside the sums of their blocks.
 *
 * @param sums for each network its blocks' entries by family, ms
 * @param millis for each network the time measured
 * @param depths for each network the blocks that compute something
 */
record MeasuredNetworks(List<Map<String, Double>> sums, double[] millis, int[] depths) {
    static MeasuredNetworks of(
            ChainSpace space, Map<LatencyKey, Timing> entries, List<Architecture> networks, double[] millis) {
        return new MeasuredNetworks(
                networks.stream().map(network -> sums(space, entries, network)).toList(),
                millis,
                networks.stream().mapToInt(network -> depth(space, network)).toArray());
    }

    int size() {
        return millis.length;
    }

    /** Those whose number leaves {@code rest} when divided by {@code parts}, or all others. */
    MeasuredNetworks part(int parts, int rest, boolean others) {
        int[] picked = IntStream.range(0, size())
                .filter(i -> i % parts == rest ^ others)
                .toArray();
        return new MeasuredNetworks(
                IntStream.of(picked).mapToObj(sums::get).toList(),
                IntStream.of(picked).mapToDouble(i -> millis[i]).toArray(),
                IntStream.of(picked).map(i -> depths[i]).toArray());
    }

    /** The sums over all families. */
    double[] totals() {
        return sums.stream()
                .mapToDouble(families -> families.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .toArray();
    }

    /** What a line predicts for each network, ms. */
    double[] predicted(LatencyLine line) {
        return sums.stream().mapToDouble(line::predict).toArray();
    }

    LatencyCheck check(LatencyLine line) {
        return LatencyCheck.of(predicted(line), millis, depths);
    }

    private static Map<String, Double> sums(
            ChainSpace space, Map<LatencyKey, Timing> entries, Architecture architecture) {
        List<BlockPlace> places = space.places();
        Map<String, Double> sums = new TreeMap<>();
        for (int b = 0; b < places.size(); b++) {
            String option = space.options().get(architecture.choice(b)).name();
            LatencyKey key = new LatencyKey(places.get(b).toString(), option);
            sums.merge(LatencyLine.family(option), entries.get(key).millis(), Double::sum);
        }
        return sums;
    }

    private static int depth(ChainSpace space, Architecture architecture) {
        List<BlockPlace> places = space.places();
        return (int) IntStream.range(0, places.size())
                .filter(b -> space.block(places.get(b), space.options().get(architecture.choice(b)))
                                .layers()
                                .size()
                        > 1)
                .count();
    }
}
