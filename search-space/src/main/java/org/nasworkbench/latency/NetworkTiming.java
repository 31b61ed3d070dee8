package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.List;
import java.util.function.LongSupplier;
import org.nasworkbench.space.Network;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Times whole networks side by side.
 *
 * @param platform where
 * @param protocol rounds and repeats
 */
public record NetworkTiming(List<Network> networks, PlatformChoice platform, InterleavedTiming protocol)
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
    }

    @Override
    public Result perform(Workplace workplace) {
        return on(Platforms.open(platform), System::nanoTime, workplace);
    }

    /** Measures on a runtime, by a clock that tells nanoseconds. */
    Result on(Platform runtime, LongSupplier clock, Workplace workplace) {
        List<Timing> timings = protocol.measure(runtime, networks, clock, workplace);
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
