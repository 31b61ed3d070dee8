package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.experiment.run.DeviceWork;
import org.nasworkbench.experiment.run.LatencyStock;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.space.ChainSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes latency tables and shows them. */
@Command(
        name = "latency",
        description = "Measures latency tables of this machine, makes them of timings from elsewhere, and shows them.",
        subcommands = {LatencyTimeCommand.class, LatencyImportCommand.class, LatencyTransferCommand.class})
final class LatencyCommand {
    @Command(
            description =
                    "Measures every block of a space on this machine, and how well their sum predicts whole networks.")
    int build(
            @Mixin SpaceOptions options,
            @Mixin PlatformOptions platforms,
            @Option(names = "--out", paramLabel = "TABLE.csv", description = "default: latency/<space>.csv") Path out)
            throws Exception {
        ChainSpace space = options.measured();
        PlatformChoice platform = platforms.choice();
        LatencyTable table = DeviceWork.perform(LatencyStock.build(space, platform), System.err);
        Path file =
                Optional.ofNullable(out).orElse(Path.of("latency").resolve(LatencyTableFile.nameFor(space, platform)));
        LatencyTableFile.write(table, file);
        System.out.println(table.check().summary());
        System.out.println(file);
        return 0;
    }

    @Command(description = "Shows how a table was made and what it says.")
    int show(@Parameters(paramLabel = "TABLE.csv") Path file) throws Exception {
        LatencyTable table = LatencyTableFile.read(file);
        table.facts().forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
        System.out.printf(
                "%-10s base %.3f ms, slope %.3f%n%-10s %s%n",
                "line",
                table.line().baseMillis(),
                table.line().slope(),
                "check",
                table.check().summary());
        table.entries()
                .forEach((key, timing) -> System.out.printf(
                        "%-24s %-12s %8.4f ms  [%.4f, %.4f]%n",
                        key.place(), key.option(), timing.millis(), timing.low(), timing.high()));
        return 0;
    }
}
