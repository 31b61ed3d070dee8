package org.nasworkbench.experiment.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.table.KnownDevices;

/**
 * Does each platform deserve its own network? The same strategy searches for each device under a constraint on that device's latency, and
 * each network found is held against all devices. As in table 5 of Cai, Zhu and Han, "ProxylessNAS", ICLR 2019, arXiv 1812.00332.
 */
public final class DeviceMatrix {
    private final TableSearches searches;
    private final List<String> devices;
    private final double share;
    private final Map<String, LatencyEvaluator> latencies = new LinkedHashMap<>();
    private final Map<String, Latency> limits = new LinkedHashMap<>();

    /**
     * What came out.
     *
     * @param devices by name
     * @param limitMillis what a network may take on each
     * @param scores of the networks found for each, means over seeds
     * @param ratios [found for][timed on]: latency of the networks found for one device on another, as a ratio to that one's limit, means over
     *     seeds
     * @param kept [found for][timed on]: share of seeds whose network keeps the other's limit
     */
    public record Result(
            List<String> devices, double[] limitMillis, double[] scores, double[][] ratios, double[][] kept) {}

    /**
     * Prepares the searches.
     *
     * @param devices of the study's space; empty: all known ones
     * @param share of the space's networks that keep each device's limit, in (0, 1)
     */
    public DeviceMatrix(Study study, Optional<String> strategy, List<String> devices, double share, int threads) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "the share of networks that keep a limit must be in (0, 1), but was " + share);
        }
        searches = new TableSearches(study, strategy, threads);
        this.devices = devices.isEmpty() ? KnownDevices.names(searches.space().name()) : List.copyOf(devices);
        this.share = share;
    }

    /** Searches for each device and holds what is found against all. */
    public Result run() throws InterruptedException {
        for (String device : devices) {
            LatencyEvaluator latency = KnownDevices.latency(searches.space(), device);
            double[] millis = searches.timed(latency).millis();
            Arrays.sort(millis);
            latencies.put(device, latency);
            limits.put(device, new Latency(millis[(int) (share * (millis.length - 1))]));
        }
        int count = devices.size();
        double[] scores = new double[count];
        double[][] ratios = new double[count][count];
        double[][] kept = new double[count][count];
        for (int a = 0; a < count; a++) {
            String device = devices.get(a);
            Objective constraint = new Objective(Objective.Form.CONSTRAINT, limits.get(device), 0);
            List<Architecture> found = new ArrayList<>();
            searches.chosen(latencies.get(device), constraint).forEach(chosen -> chosen.ifPresent(found::add));
            scores[a] = found.stream().mapToDouble(searches::score).average().orElse(Double.NaN);
            for (int b = 0; b < count; b++) {
                String other = devices.get(b);
                double[] relative = found.stream()
                        .mapToDouble(network -> latencies.get(other).of(network).relativeTo(limits.get(other)))
                        .toArray();
                ratios[a][b] = Arrays.stream(relative).average().orElse(Double.NaN);
                kept[a][b] = Arrays.stream(relative)
                        .map(ratio -> ratio <= 1 ? 1 : 0)
                        .average()
                        .orElse(Double.NaN);
            }
        }
        return new Result(
                devices,
                devices.stream()
                        .mapToDouble(device -> limits.get(device).millis())
                        .toArray(),
                scores,
                ratios,
                kept);
    }

    /** Who searches, and how often. */
    public String searcher() {
        return searches.strategy() + ", " + searches.seeds().size() + " seeds";
    }

    /** What scores are called. */
    public String scoreName() {
        return searches.scoreName();
    }
}
