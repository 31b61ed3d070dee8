package org.nasworkbench.experiment.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.nasworkbench.latency.fitted.Chip;
import org.nasworkbench.latency.fitted.LeaveOneDeviceOut;
import org.nasworkbench.latency.fitted.LeaveOneDeviceOut.Draw;
import org.nasworkbench.latency.fitted.LeaveOneDeviceOut.Method;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.table.KnownDevices;
import org.nasworkbench.table.TimingTable;

/** Each known device of a space taken for new in turn: how well few of its timings tell the others. */
public final class TransferBenchmark {
    private final LeaveOneDeviceOut study;
    private final List<String> devices;

    /**
     * Means over draws.
     *
     * @param spearman by method
     */
    public record Row(String device, int timings, Map<Method, Double> spearman, double medianError, double coverage) {
        public Row {
            spearman = new EnumMap<>(spearman);
        }
    }

    /** Loads the shipped timings. @param scored networks on which each draw's predictions are judged */
    public TransferBenchmark(NetworkSpace space, int scored) {
        devices = KnownDevices.names(space.name());
        TimingTable table = KnownDevices.timings(space, devices);
        double[] macs = table.networks().stream()
                .mapToDouble(network -> space.network(network).macs())
                .toArray();
        study = new LeaveOneDeviceOut(table.millis(), table.devices(List.of()), macs, scored);
    }

    /** The settings, of which those of one chip are left out together. */
    public List<String> devices() {
        return List.copyOf(devices);
    }

    /** How many chips these are. */
    public long chips() {
        return devices.stream().map(Chip::of).distinct().count();
    }

    /** One row a number of timings and device. */
    public List<Row> rows(List<Integer> timings, int draws, long seed) {
        return IntStream.range(0, timings.size() * devices.size())
                .parallel()
                .mapToObj(i -> row(devices.get(i % devices.size()), timings.get(i / devices.size()), draws, seed))
                .toList();
    }

    private Row row(String device, int timings, int draws, long seed) {
        List<Draw> all = study.draws(device, timings, draws, seed);
        Map<Method, Double> spearman = new LinkedHashMap<>();
        for (Method method : Method.values()) {
            spearman.put(method, mean(all, draw -> draw.spearman().get(method)));
        }
        return new Row(device, timings, spearman, mean(all, Draw::medianError), mean(all, Draw::coverage));
    }

    /** The mean over the devices, for each number of timings. */
    public static List<Row> means(List<Row> rows) {
        Map<Integer, List<Row>> byTimings = new LinkedHashMap<>();
        rows.forEach(row -> byTimings
                .computeIfAbsent(row.timings(), key -> new ArrayList<>())
                .add(row));
        List<Row> means = new ArrayList<>();
        byTimings.forEach((timings, group) -> {
            Map<Method, Double> spearman = new LinkedHashMap<>();
            for (Method method : Method.values()) {
                spearman.put(method, mean(group, row -> row.spearman().get(method)));
            }
            means.add(new Row(
                    "mean of " + group.size(),
                    timings,
                    spearman,
                    mean(group, Row::medianError),
                    mean(group, Row::coverage)));
        });
        return means;
    }

    private static <T> double mean(List<T> items, ToDoubleFunction<T> value) {
        return items.stream().mapToDouble(value).average().orElseThrow();
    }
}
