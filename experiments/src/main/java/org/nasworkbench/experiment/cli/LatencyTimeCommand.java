package org.nasworkbench.experiment.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.DeviceWork;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.latency.NetworkTiming;
import org.nasworkbench.latency.Timing;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.reference.ReferenceNetwork;
import org.nasworkbench.space.reference.ReferenceNetworks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times published networks. */
@Command(
        name = "time",
        description =
                "Times published networks side by side, in interleaved rounds, as ratios to the first, at batch 1.")
final class LatencyTimeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "NETWORK", description = "such as mobilenet-v2; see 'nas space list'")
    private List<String> names;

    @Mixin
    private PlatformOptions platforms;

    @Option(
            names = "--input",
            paramLabel = "CxHxW",
            description = "shape of the image, where it is not the network's own")
    private Optional<String> input;

    @Option(names = "--rounds", defaultValue = "5", description = "visits to all; default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--repeats", defaultValue = "5", description = "recorded runs a visit; default: ${DEFAULT-VALUE}")
    private int repeats;

    @Option(
            names = "--drift",
            paramLabel = "FRACTION",
            description = "by how much the machine may drift in warm-up (default: ${DEFAULT-VALUE})")
    private double drift = LatencyProtocol.STANDARD.drift();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Network> networks = new ArrayList<>();
        for (String name : names) {
            ReferenceNetwork reference = ReferenceNetworks.named(name);
            networks.add(reference.network(input.map(Shape::parse).orElse(reference.input()), reference.classes()));
        }
        NetworkTiming.Result result =
                DeviceWork.perform(new NetworkTiming(networks, platforms.choice(), protocol()), System.err);
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("runtime", result.runtime());
            map.put("times", kind(result));
            map.put("networks", rows(networks, result));
            System.out.println(Json.pretty(map));
        } else {
            print(networks, result);
        }
        return 0;
    }

    private LatencyProtocol protocol() {
        LatencyProtocol standard = LatencyProtocol.STANDARD;
        return new LatencyProtocol(rounds, rounds, repeats, standard.width(), drift, standard.mostWarmUps());
    }

    private void print(List<Network> networks, NetworkTiming.Result result) {
        System.out.println(result.runtime() + "; times are " + kind(result));
        System.out.printf(
                "%-24s %-12s %12s %15s %11s  %s%n", "network", "input", "params", "MACs", "ms", "95 % interval");
        for (int i = 0; i < networks.size(); i++) {
            Network network = networks.get(i);
            Timing timing = result.timings().get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %-12s %,12d %,15d %,11.3f  %,.3f to %,.3f%n",
                    names.get(i),
                    network.input(),
                    network.parameters(),
                    network.macs(),
                    timing.millis(),
                    timing.low(),
                    timing.high());
        }
    }

    private List<Map<String, Object>> rows(List<Network> networks, NetworkTiming.Result result) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            Timing timing = result.timings().get(i);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("network", names.get(i));
            row.put("input", networks.get(i).input().toString());
            row.put("params", networks.get(i).parameters());
            row.put("macs", networks.get(i).macs());
            row.put("ms", timing.millis());
            row.put("ms_low", timing.low());
            row.put("ms_high", timing.high());
            row.put("runs", timing.repeats());
            rows.add(row);
        }
        return rows;
    }

    private static String kind(NetworkTiming.Result result) {
        return result.projected() ? "projected" : "measured";
    }
}
