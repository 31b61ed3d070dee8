package org.nasworkbench.experiment.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/**
 * Networks from all over the latency range of a space: uniform draws, which crowd in its middle, are put into classes of equal width
 * between the fastest and the slowest drawn, and each class gives in turn the one drawn first.
 */
final class LatencyStrata {
    private static final int DRAWS_PER_NETWORK = 100;
    private static final int CLASSES = 10;

    private LatencyStrata() {}

    /**
     * So many networks with different canonical forms, in which they are returned, by latency; fewer where {@value #DRAWS_PER_NETWORK}
     * draws for each did not find as many.
     */
    static List<Architecture> networks(SearchSpace space, LatencyEvaluator latency, int count, RandomGenerator random) {
        Map<Architecture, Double> millis = new LinkedHashMap<>();
        for (int i = 0; i < count * DRAWS_PER_NETWORK; i++) {
            millis.computeIfAbsent(space.canonical(space.sample(random)), network -> latency.of(network)
                    .millis());
        }
        double least = millis.values().stream().mapToDouble(m -> m).min().orElse(0);
        double most = millis.values().stream().mapToDouble(m -> m).max().orElse(0);
        List<List<Architecture>> strata = IntStream.range(0, CLASSES)
                .<List<Architecture>>mapToObj(i -> new ArrayList<>())
                .toList();
        millis.forEach((network, m) -> strata.get(
                        most > least ? (int) Math.min(CLASSES - 1, CLASSES * (m - least) / (most - least)) : 0)
                .add(network));
        return inTurn(strata, count).stream()
                .sorted(Comparator.comparingDouble(millis::get))
                .toList();
    }

    private static List<Architecture> inTurn(List<List<Architecture>> strata, int count) {
        int longest = strata.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(turn ->
                        strata.stream().filter(stratum -> turn < stratum.size()).map(stratum -> stratum.get(turn)))
                .limit(count)
                .toList();
    }
}
