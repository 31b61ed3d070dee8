package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Seeds;

class LatencyStrataTests {
    private static final SearchSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.25, 4, 6, new Shape(3, 64, 96));
    private static final LatencyEvaluator SUM = architecture -> new Latency(
            1 + architecture.choices().stream().mapToInt(choice -> choice).sum());

    @Test
    void networksAreDifferentAndTheSameWheneverAsked() {
        List<Architecture> networks = LatencyStrata.networks(SPACE, SUM, 30, Seeds.random(1, "study"));
        assertEquals(30, new HashSet<>(networks).size());
        assertEquals(networks, LatencyStrata.networks(SPACE, SUM, 30, Seeds.random(1, "study")));
        networks.forEach(network -> assertEquals(network, SPACE.canonical(network)));
    }

    /** Uniform draws crowd in the middle: their standard deviation is about a sixth of their range, that of a uniform spread 0.29. */
    @Test
    void theyAreSpreadOverTheRange() {
        double[] millis = LatencyStrata.networks(SPACE, SUM, 30, Seeds.random(1, "study")).stream()
                .mapToDouble(network -> SUM.of(network).millis())
                .toArray();
        double range = millis[29] - millis[0];
        double mean = Arrays.stream(millis).average().orElseThrow();
        double variance = Arrays.stream(millis)
                .map(m -> (m - mean) * (m - mean))
                .average()
                .orElseThrow();
        assertTrue(Math.sqrt(variance) > 0.24 * range, Math.sqrt(variance) + " of " + range);
    }
}
