package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.latency.LatencyTables.SPACE;

import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.Workplace;

class MacsPlatformTests {
    @Test
    void itsTableIsExactAndProjected() throws Exception {
        LatencyTable table = new LatencyBuild(SPACE, PlatformChoice.of(MacsPlatform.NAME), LatencyTables.PROTOCOL)
                .perform(Workplace.bare());
        assertTrue(table.projected());
        TableLatency latency = new TableLatency(SPACE, table);
        for (int i = 0; i < 50; i++) {
            Architecture network = SPACE.sample(Seeds.random(1, "network", i));
            double millions = SPACE.network(network).macs() / 1e6;
            assertEquals(millions, latency.of(network).millis(), 1e-6 * millions);
        }
    }
}
