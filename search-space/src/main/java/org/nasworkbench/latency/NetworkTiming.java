package org.nasworkbench.latency;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.nasworkbench.space.Network;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Times whole networks side by side. The first one is the reference of all.
 *
 * @param networks at least one
 * @param platform where
 * @param protocol its fewest rounds are measured
 */
public record NetworkTiming(List<Network> networks, PlatformChoice platform, LatencyProtocol protocol)
        implements Work<NetworkTiming.Result> {
    /**
     * What was measured.
     *
     * @param runtime the platform in words
     * @param projected whether times are calculated from a model of a device
     * @param timings in the order of the networks
     */
    public record Result(String runtime, boolean projected, List<Timing> timings) implements Serializable {
        public Result {
            timings = List.copyOf(timings);
        }
    }

    public NetworkTiming {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("at least one network must be timed, but there is none");
        }
    }

    @Override
    public Result perform(Workplace workplace) throws IOException {
        Platform runtime = Platforms.open(platform);
        return new NetworkTiming(networks, platform, protocol.atMost(runtime.mostRounds()))
                .on(runtime, System::nanoTime, workplace);
    }

    /** Measures on a runtime, by a clock that tells nanoseconds. */
    Result on(Platform runtime, LongSupplier clock, Workplace workplace) throws IOException {
        Rounds rounds = new Rounds(Optional.empty(), "", networks.size());
        try (InterleavedRounds timing = new InterleavedRounds(runtime, networks.get(0), protocol, clock)) {
            timing.add(runtime, networks, protocol.repeats());
            timing.warmUp(workplace);
            while (rounds.size() < protocol.fewestRounds()) {
                double done = (double) rounds.size() / protocol.fewestRounds();
                String note = "round " + (rounds.size() + 1) + "/" + protocol.fewestRounds();
                rounds.add(timing.next(() -> workplace.progress(done, note)));
            }
        }
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            double[] millis = Arrays.stream(rounds.ratios(i))
                    .map(ratio -> ratio * rounds.referenceMillis())
                    .toArray();
            int repeats = runtime.projected() ? 0 : protocol.repeats();
            timings.add(
                    Timing.overRounds(millis, rounds.size() * repeats, Seeds.random(1, "timing", Integer.toString(i))));
        }
        return new Result(runtime.description(), runtime.projected(), timings);
    }

    @Override
    public CostCategory category() {
        return CostCategory.LATENCY_PROFILING;
    }

    @Override
    public String title() {
        return "timing " + networks.size() + " networks on " + platform;
    }
}
