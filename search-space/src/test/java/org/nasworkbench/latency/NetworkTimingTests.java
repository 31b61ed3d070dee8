package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.reference.ReferenceNetworks;
import org.nasworkbench.work.Workplace;

class NetworkTimingTests {
    private static final List<Network> NETWORKS = List.of(
            ReferenceNetworks.named("squeezenet-1.0").network(),
            ReferenceNetworks.named("squeezenet-1.1").network(),
            new NetworkBuilder(new Shape(3, 8, 8)).build());

    @Test
    void everyNetworkHasItsOwnTimeAndAnIdentityNone() {
        FakePlatform platform = new FakePlatform();
        NetworkTiming.Result result = new NetworkTiming(
                        NETWORKS, PlatformChoice.of(platform.name()), new InterleavedTiming(3, 2))
                .on(platform, platform::nanos, Workplace.bare());
        assertEquals(platform.description(), result.runtime());
        assertFalse(result.projected());
        for (int i = 0; i < 2; i++) {
            Timing timing = result.timings().get(i);
            int layers = NETWORKS.get(i).layers().size() - 1;
            assertEquals(FakePlatform.millis(layers, NETWORKS.get(i).macs()), timing.millis(), 1e-6);
            assertEquals(6, timing.repeats());
        }
        assertEquals(Timing.ZERO, result.timings().get(2));
    }

    /** A platform that writes down in which order its networks run. */
    private record Diary(List<String> entries) implements Platform {
        @Override
        public String name() {
            return "diary";
        }

        @Override
        public String description() {
            return "no real device";
        }

        @Override
        public Runner prepare(Network network) {
            String entry = Integer.toString(network.layers().size());
            return new Runner() {
                @Override
                public double run() {
                    entries.add(entry);
                    return 0;
                }

                @Override
                public void close() {
                    entries.add("closed");
                }
            };
        }
    }

    @Test
    void networksTakeTurnsAndEachVisitBeginsWithARunThatDoesNotCount() {
        NetworkBuilder one = new NetworkBuilder(new Shape(1, 1, 1));
        one.relu("first", 0);
        NetworkBuilder two = new NetworkBuilder(new Shape(1, 1, 1));
        two.relu("second", two.relu("first", 0));
        Diary diary = new Diary(new ArrayList<>());
        new InterleavedTiming(4, 1).measure(diary, List.of(one.build(), two.build()), () -> 0, Workplace.bare());
        String round = "2 2 3 3 ";
        assertEquals(round.repeat(5) + "closed closed", String.join(" ", diary.entries()));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 0", "3, 1", "-2, -2"})
    void tooFewRunsAreRefused(int rounds, int repeats) {
        assertThrows(IllegalArgumentException.class, () -> new InterleavedTiming(rounds, repeats));
    }
}
