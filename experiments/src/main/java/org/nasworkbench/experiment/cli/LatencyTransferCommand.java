package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Parameters;

/** Learns a new device from few timings and other devices. */
@Command(
        name = "transfer",
        description =
                "Predicts all networks on a new device, with intervals, from timings of 10 to 100 of them and other devices.")
final class LatencyTransferCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "the few timings: comma-separated text with a header, gzipped or not")
    private Path file;

    @Option(names = "--space", required = true, description = "such as fbnet; see 'nas space list'")
    private String space;

    @Mixin
    private SpaceChangeOptions changes;

    @Option(names = "--genotype", required = true, paramLabel = "COLUMN", description = "which network a row is about")
    private String genotype;

    @Option(names = "--latency", required = true, paramLabel = "COLUMN", description = "its latency in milliseconds")
    private String latency;

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

    @Option(names = "--platform", paramLabel = "NAME", description = "what was timed; default: the column")
    private Optional<String> platform;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PREDICTED.csv",
            description = "genotype, latency_ms, low_ms, high_ms of every network")
    private Path out;

    @Option(names = "--table", paramLabel = "TABLE.csv", description = "a table fitted to the predictions")
    private Optional<Path> table;

    @Override
    public Integer call() throws Exception {
        SearchSpace known = changes.space(space);
        TableSource.File source = new TableSource.File(file);
        TimedNetworks timed =
                TimingTable.read(source, known, genotype, List.of(latency)).timed(latency);
        OtherDevices told = timings(known).devices(timed.networks());
        for (String device : except) {
            told = told.without(device);
        }
        LatencyTransfer transfer = LatencyTransfer.learn(timed, told);
        transfer.write(out);
        System.out.printf(
                "%d networks predicted from %d timings and %d other devices: %s%n",
                transfer.networks().size(),
                timed.size(),
                told.millis().size(),
                String.join(" ", told.millis().keySet()));
        System.out.println("quality: " + transfer.quality());
        if (transfer.impossible() > 0) {
            System.out.println(transfer.impossible() + " networks would take 0 ms or less: their cell is empty");
        }
        System.out.println(out);
        if (table.isPresent()) {
            LearnedTable terms = transfer.terms(source, latency, platform.orElse(latency));
            terms.write(table.get());
            LatencyImportCommand.print(terms);
            System.out.println(table.get());
        }
        return 0;
    }

    private TimingTable timings(SearchSpace known) {
        if (others.isEmpty()) {
            return KnownDevices.timings(known, devices.isEmpty() ? KnownDevices.names(known.name()) : devices);
        }
        if (devices.isEmpty()) {
            throw new IllegalArgumentException(
                    "--devices must name the columns of --others that hold latencies, but is missing");
        }
        return TimingTable.read(new TableSource.File(others.get()), known, genotype, devices);
    }
}
