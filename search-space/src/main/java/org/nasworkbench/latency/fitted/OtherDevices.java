package org.nasworkbench.latency.fitted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;

/**
 * What other devices tell of networks.
 *
 * @param networks all different
 * @param millis by device, [networks]; 0 or below where a sum of terms is
 */
public record OtherDevices(List<Architecture> networks, Map<String, double[]> millis) {
    public OtherDevices {
        networks = List.copyOf(networks);
        millis = new LinkedHashMap<>(millis);
    }

    /** The timings as they are, of networks that all devices have timed. */
    public static OtherDevices recorded(List<Architecture> networks, Map<String, double[]> millis) {
        return new OtherDevices(networks, millis).complete();
    }

    /**
     * Terms for each option, fitted to each device's timings, of the timed networks and some more. Networks whose latency is left open
     * by a device are left out.
     */
    public static OtherDevices fitted(Map<String, TimedNetworks> devices, List<Architecture> more) {
        Set<Architecture> all = new LinkedHashSet<>();
        devices.values().forEach(timed -> all.addAll(timed.networks()));
        all.addAll(more);
        Map<String, double[]> millis = new LinkedHashMap<>();
        devices.forEach((device, timed) -> {
            AdditiveFit fit = AdditiveFit.of(timed);
            millis.put(device, all.stream().mapToDouble(fit::millis).toArray());
        });
        return new OtherDevices(new ArrayList<>(all), millis).complete();
    }

    /** Without all settings of a device's chip. */
    public OtherDevices without(String device) {
        Map<String, double[]> others = new LinkedHashMap<>(millis);
        others.keySet().removeIf(other -> Chip.of(other).equals(Chip.of(device)));
        return new OtherDevices(networks, others);
    }

    /** How alike the networks are by these devices. */
    public Likeness likeness() {
        return new Likeness(networks, millis.values());
    }

    private OtherDevices complete() {
        int[] kept = IntStream.range(0, networks.size())
                .filter(i -> millis.values().stream().noneMatch(column -> Double.isNaN(column[i])))
                .toArray();
        Map<String, double[]> columns = new LinkedHashMap<>();
        millis.forEach((device, column) -> columns.put(
                device, Arrays.stream(kept).mapToDouble(i -> column[i]).toArray()));
        return new OtherDevices(Arrays.stream(kept).mapToObj(networks::get).toList(), columns);
    }
}
