package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.LatencyTransfer;
import org.nasworkbench.experiment.run.LearnedTable;
import org.nasworkbench.latency.fitted.OtherDevices;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.KnownDevices;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.table.TimingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns a new device from few timings and other devices. */
@Command(
        name = "transfer",
        description =
                "Predicts all networks on a new device, with intervals, from timings of 10 to 100 of them and other devices.")
final class LatencyTransferCommand implements Callable<Integer> {
    @Mixin
    private TimingOptions timings;

    @Option(
            names = "--others",
            paramLabel = "FILE",
            description =
                    "timings of other devices, with the same genotype column; default: the known devices of the space")
    private Optional<Path> others;

    @Option(
            names = "--devices",
            split = ",",
            paramLabel = "COLUMN",
            description = "columns of --others, or some of the known devices; default: all known devices")
    private List<String> devices = List.of();

    @Option(
            names = "--except",
            split = ",",
            paramLabel = "DEVICE",
            description = "other devices that are left out, with all batch sizes of their chip")
    private List<String> except = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PREDICTED.csv",
            description = "genotype, latency_ms, low_ms, high_ms of every network")
    private Path out;

    @Option(names = "--table", paramLabel = "TABLE.csv", description = "a table fitted to the predictions")
    private Optional<Path> table;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        SearchSpace known = timings.space();
        TimedNetworks timed = timings.timed(known);
        OtherDevices told = others(known).devices(timed.networks());
        for (String device : except) {
            told = told.without(device);
        }
        LatencyTransfer transfer = LatencyTransfer.learn(timed, told);
        transfer.write(out);
        Optional<LearnedTable> terms =
                table.map(file -> transfer.terms(timings.source(), timings.latency(), timings.platform()));
        if (terms.isPresent()) {
            terms.get().write(table.get());
        }
        if (json) {
            System.out.println(Json.pretty(asMap(transfer, told, terms)));
        } else {
            print(transfer, told, terms);
        }
        return 0;
    }

    private Map<String, Object> asMap(LatencyTransfer transfer, OtherDevices told, Optional<LearnedTable> terms) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("predictions", out.toString());
        map.put("networks", transfer.networks().size());
        map.put("timings", transfer.timed().size());
        map.put("devices", told.millis().keySet());
        map.put("check", transfer.check().map(PrintedLatency::asMap).orElse(null));
        map.put("intervals_that_hold", transfer.held());
        map.put("impossible", transfer.impossible());
        terms.ifPresent(learned -> map.put("table", LatencyImportCommand.asMap(learned)));
        return map;
    }

    private void print(LatencyTransfer transfer, OtherDevices told, Optional<LearnedTable> terms) {
        System.out.printf(
                "%d networks predicted from %d timings and %d other devices: %s%n",
                transfer.networks().size(),
                transfer.timed().size(),
                told.millis().size(),
                String.join(" ", told.millis().keySet()));
        System.out.println("quality: " + transfer.quality());
        if (transfer.impossible() > 0) {
            System.out.println(transfer.impossible() + " networks would take 0 ms or less: their cell is empty");
        }
        System.out.println(out);
        terms.ifPresent(LatencyImportCommand::print);
        table.ifPresent(System.out::println);
    }

    private TimingTable others(SearchSpace known) {
        if (others.isEmpty()) {
            return KnownDevices.timings(known, devices.isEmpty() ? KnownDevices.names(known.name()) : devices);
        }
        if (devices.isEmpty()) {
            throw new IllegalArgumentException(
                    "--devices must name the columns of --others that hold latencies, but is missing");
        }
        return TimingTable.read(new TableSource.File(others.get()), known, timings.genotype(), devices);
    }
}
