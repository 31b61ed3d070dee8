package org.nasworkbench.latency.fitted;

import java.util.List;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/**
 * Whole networks of one space that were timed on one device.
 *
 * @param networks at least two
 * @param millis of each, above 0
 */
public record TimedNetworks(SearchSpace space, List<Architecture> networks, double[] millis) {
    public TimedNetworks {
        networks = List.copyOf(networks);
        millis = millis.clone();
        networks.forEach(space::check);
        if (networks.size() < 2 || networks.size() != millis.length) {
            throw new IllegalArgumentException("at least two networks must be timed, each once, but there are "
                    + networks.size() + " networks and " + millis.length + " latencies");
        }
        for (int i = 0; i < millis.length; i++) {
            if (!(millis[i] > 0) || Double.isInfinite(millis[i])) {
                throw new IllegalArgumentException("a latency must be above 0 ms and finite, but that of "
                        + space.print(networks.get(i)) + " was " + millis[i]);
            }
        }
    }

    /** How many. */
    public int size() {
        return millis.length;
    }

    /** Some of them, by their places. */
    public TimedNetworks at(int... places) {
        return new TimedNetworks(
                space,
                IntStream.of(places).mapToObj(networks::get).toList(),
                IntStream.of(places).mapToDouble(i -> millis[i]).toArray());
    }
}
