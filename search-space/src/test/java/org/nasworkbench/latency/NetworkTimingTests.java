package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.reference.ReferenceNetworks;
import org.nasworkbench.work.Workplace;

class NetworkTimingTests {
    private static final List<Network> NETWORKS = List.of(
            ReferenceNetworks.named("squeezenet-1.0").network(),
            ReferenceNetworks.named("squeezenet-1.1").network());

    @Test
    void everyNetworkHasItsOwnTime() throws IOException {
        FakePlatform platform = new FakePlatform();
        NetworkTiming.Result result = new NetworkTiming(
                        NETWORKS, PlatformChoice.of(platform.name()), new LatencyProtocol(4, 4, 2, 1, 0.5, 3))
                .on(platform, platform::nanos, Workplace.bare());
        assertEquals(platform.description(), result.runtime());
        assertFalse(result.projected());
        for (int i = 0; i < NETWORKS.size(); i++) {
            Timing timing = result.timings().get(i);
            int layers = NETWORKS.get(i).layers().size() - 1;
            assertEquals(FakePlatform.millis(layers, NETWORKS.get(i).macs()), timing.millis(), 1e-6);
            assertEquals(8, timing.repeats());
        }
    }

    @Test
    void timingNothingIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkTiming(List.of(), PlatformChoice.of("fake"), LatencyProtocol.STANDARD));
    }
}
