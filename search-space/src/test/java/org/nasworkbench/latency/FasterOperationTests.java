package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.latency.LatencyTables.SPACE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.Seeds;

class FasterOperationTests {
    private static LatencyTable table;

    @BeforeAll
    static void build() throws Exception {
        table = LatencyTables.build(SPACE, new FakePlatform());
    }

    @Test
    void onlyTheOperationIsFaster() {
        LatencyTable faster = new FasterOperation("k5", 2).in(table);
        assertTrue(faster.projected());
        assertTrue(
                faster.entries().keySet().stream().anyMatch(key -> key.option().startsWith("k5_")));
        table.entries().forEach((key, timing) -> {
            double factor = key.option().startsWith("k5") ? 2 : 1;
            assertEquals(timing.millis() / factor, faster.timing(key).millis(), 0, key::toString);
        });
    }

    @Test
    void aNetworkIsFasterByWhatItSpendsOnTheOperation() {
        TableLatency before = new TableLatency(SPACE, table);
        TableLatency after = new TableLatency(SPACE, new FasterOperation("k3_e6", 4).in(table));
        int option = SPACE.decisions().get(0).options().indexOf("k3_e6");
        for (int i = 0; i < 50; i++) {
            Architecture network = SPACE.sample(Seeds.random(1, "network", i));
            double saved = 0;
            for (int block = 0; block < SPACE.blocks(); block++) {
                if (network.choice(block) == option) {
                    saved += 0.75 * before.terms()[block][option];
                }
            }
            assertEquals(before.of(network).millis() - saved, after.of(network).millis(), 1e-9);
        }
    }

    @Test
    void whatWasAlteredIsInTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("faster.csv");
        LatencyTableFile.write(new FasterOperation("e6", 2).in(new FasterOperation("k5", 3).in(table)), file);
        LatencyTable read = LatencyTableFile.read(file);
        assertTrue(read.projected());
        assertTrue(read.facts().get(FasterOperation.ALTERED).startsWith("k5 3.0 times as fast"));
        assertTrue(read.facts().get(FasterOperation.ALTERED).contains("e6 2.0 times as fast"));
        assertNotEquals(table, read);
    }

    @Test
    void anUnknownOperationOrNoGainIsRefused() {
        for (String word : List.of("k7", "", "k")) {
            String said = assertThrows(IllegalArgumentException.class, () -> new FasterOperation(word, 2).in(table))
                    .getMessage();
            assertTrue(said.contains("must be one of [") && said.contains("but was '" + word + "'"), said);
        }
        for (double factor : new double[] {1, 0.5, 0, -2, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new FasterOperation("k5", factor));
        }
    }
}
