package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.Published;
import org.nasworkbench.results.Published.ImageNetNetwork;

class HistoryTests {
    @Test
    void everyNetworkIsNamedInBothPanelsAndItsSourceInTheCaption() throws Exception {
        List<String> texts =
                Drawn.texts(History.shipped()).stream().map(Drawn.Box::text).toList();
        for (ImageNetNetwork network : Published.shipped().imageNet()) {
            assertEquals(2, texts.stream().filter(network.network()::equals).count(), network.network());
            assertTrue(History.shipped().caption().contains(network.network()));
        }
        assertTrue(History.shipped().caption().contains("n = 16"));
    }

    @Test
    void noNameCoversAnother() throws Exception {
        assertEquals(List.of(), Drawn.clashes(History.shipped()));
    }

    @Test
    void aNetworkWhoseComputeIsNotKnownIsLeftOut() {
        History history =
                new History(List.of(network("a", OptionalDouble.of(300)), network("b", OptionalDouble.empty())));
        assertEquals(
                List.of("a"),
                history.networks().stream().map(ImageNetNetwork::network).toList());
    }

    private static ImageNetNetwork network(String name, OptionalDouble macs) {
        return new ImageNetNetwork(name, YearMonth.of(2018, 1), false, 0.7, OptionalDouble.empty(), macs, "a paper");
    }
}
