package org.nasworkbench.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.Nearest;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.space.SearchSpace;

/**
 * Devices on which others timed whole networks, with the timings that are shipped; NOTICE names their sources. A number behind a
 * device is the size of the batch, where there is one.
 *
 * <p>The numbers are as they were recorded: whole milliseconds on the phones essential, pixel2, samsung_a50 and samsung_s7, and values
 * near 0 of cells of NAS-Bench-201 that pass nothing on, on pixel3 and raspi4. Nothing is repaired.
 */
public final class KnownDevices {
    private static final Map<String, Shipped> TIMED = Map.of(
            "fbnet", new Shipped("fbnet-latency.csv.gz", "ops"),
            "nb201", new Shipped("nb201.csv.gz", "ops"),
            "mnasnet", new Shipped("mnasnet.csv.gz", "arch"));

    private KnownDevices() {}

    private record Shipped(String file, String genotype) {
        private TableSource source() {
            return new TableSource.Shipped(file);
        }
    }

    /** The names of the devices of a space, in alphabetical order; none where nothing is shipped. */
    public static List<String> names(String space) {
        return TIMED.containsKey(space)
                ? TableReader.header(TIMED.get(space).source()).stream()
                        .filter(column -> column.startsWith(TimingTable.PREFIX))
                        .map(column -> column.substring(TimingTable.PREFIX.length()))
                        .sorted()
                        .toList()
                : List.of();
    }

    /** The spaces of which devices are known. */
    public static Set<String> spaces() {
        return TIMED.keySet();
    }

    /** The timings of some devices, by columns that are called as the devices are. */
    public static TimingTable timings(SearchSpace space, List<String> devices) {
        devices.forEach(device -> check(space, device));
        Shipped shipped = TIMED.get(space.name());
        TimingTable table = TimingTable.read(
                shipped.source(),
                space,
                shipped.genotype(),
                devices.stream().map(TimingTable.PREFIX::concat).toList());
        return new TimingTable(
                space,
                table.networks(),
                devices.stream().collect(Collectors.toMap(device -> device, device -> table.millis()
                        .get(TimingTable.PREFIX + device))));
    }

    /**
     * The latency of networks on a device: of FBNets by what was fitted to the timings, else as it was recorded.
     *
     * @throws IllegalArgumentException for a space or a device that is not known
     */
    public static LatencyEvaluator latency(SearchSpace space, String device) {
        check(space, device);
        if (space instanceof FbnetSpace fbnet) {
            return new FbnetLatency(fbnet, device);
        }
        TimingTable table = timings(space, List.of(device));
        Map<Architecture, Double> recorded = new HashMap<>();
        for (int row = 0; row < table.networks().size(); row++) {
            recorded.put(table.networks().get(row), table.millis().get(device)[row]);
        }
        return architecture -> {
            Double millis = recorded.get(space.check(architecture));
            if (millis == null || millis.isNaN()) {
                throw new IllegalArgumentException("a network of " + space.name() + " must have been timed on " + device
                        + ", but " + space.print(architecture) + " was not");
            }
            return new Latency(millis);
        };
    }

    private static void check(SearchSpace space, String device) {
        List<String> names = names(space.name());
        if (names.isEmpty()) {
            throw new IllegalArgumentException("devices are known of the spaces "
                    + spaces().stream().sorted().toList() + ", but the space was '" + space.name() + "'");
        }
        SearchSpace published = KnownSpaces.space(space.name(), KnownSpaces.Changes.NONE);
        if (space instanceof NetworkSpace && !space.equals(published)) {
            throw new IllegalArgumentException(
                    "latencies were recorded for " + published + " as published, but the space was " + space);
        }
        if (!names.contains(device)) {
            throw new IllegalArgumentException("a device of " + space.name() + " must be one of " + names
                    + ", but was '" + device + "'; did you mean '" + Nearest.word(device, names) + "'?");
        }
    }
}
