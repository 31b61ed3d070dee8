package org.nasworkbench.experiment.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.run.DeviceWork;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.LatencyStock;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.PredictedLatency;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyExamination;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.SpaceMatch;
import org.nasworkbench.latency.TableComparison;
import org.nasworkbench.results.LatencyPoints;
import org.nasworkbench.space.ChainSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes latency tables, holds them against whole networks and against each other, and shows them. */
@Command(
        name = "latency",
        description =
                "Measures latency tables of this machine, makes them of timings from elsewhere, checks, compares and shows them.",
        subcommands = {
            LatencyTimeCommand.class,
            LatencyImportCommand.class,
            LatencyTransferCommand.class,
            LatencyWhatIfCommand.class,
            LatencyMatrixCommand.class,
            LatencyRetimeCommand.class,
            LatencyAlterCommand.class,
            LatencyDrawCommand.class
        })
final class LatencyCommand {
    @Command(
            description =
                    "Measures every block of a space on this machine, and how well their sum predicts whole networks.")
    int build(
            @Mixin SpaceOptions options,
            @Mixin PlatformOptions platforms,
            @Mixin ProtocolOptions protocols,
            @Option(names = "--most-rounds", paramLabel = "N", description = "rounds after which it ends") Integer most,
            @Option(
                            names = "--interval",
                            paramLabel = "FRACTION",
                            description = "ends when half of nine intervals in ten is so small a part of the time")
                    Double interval,
            @Option(names = "--out", paramLabel = "TABLE.csv", description = "default: latency/<space>.csv") Path out,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws Exception {
        ChainSpace space = options.measured();
        PlatformChoice platform = platforms.choice();
        LatencyProtocol protocol = protocols.protocol(
                Optional.ofNullable(most).orElse(LatencyProtocol.STANDARD.mostRounds()),
                Optional.ofNullable(interval).orElse(LatencyProtocol.STANDARD.width()));
        Path file =
                Optional.ofNullable(out).orElse(Path.of("latency").resolve(LatencyTableFile.nameFor(space, platform)));
        Path rounds = LatencyStock.rounds(file);
        LatencyTable table =
                DeviceWork.perform(new LatencyBuild(space, platform, protocol), Optional.of(rounds), System.err);
        LatencyTableFile.write(table, file);
        Files.deleteIfExists(rounds);
        if (json) {
            Map<String, Object> built = PrintedLatency.asMap(table, false);
            built.put("table", file.toString());
            System.out.println(Json.pretty(built));
            return 0;
        }
        System.out.println("rounds: " + table.facts().get("rounds"));
        Optional.ofNullable(table.facts().get("resumed")).ifPresent(from -> System.out.println("resumed: " + from));
        System.out.println(table.check().summary());
        System.out.println(file);
        return 0;
    }

    @Command(
            description = "Holds a table against whole networks that it has never seen, and keeps the verdict in it;"
                    + " exit code 3 if it fails the limits.")
    int check(
            @Mixin SpaceOptions options,
            @Parameters(index = "1", paramLabel = "TABLE.csv") Path file,
            @Mixin ProtocolOptions protocols,
            @Mixin LimitOptions limits,
            @Option(
                            names = "--networks",
                            paramLabel = "N",
                            defaultValue = "" + LatencyExamination.FEWEST,
                            description = "in each of two sets (default: ${DEFAULT-VALUE})")
                    int networks,
            @Option(
                            names = "--points",
                            paramLabel = "POINTS.csv",
                            description = "keeps each network: MACs, predicted, measured, measured again")
                    Optional<Path> points,
            @Mixin FigureOption figure,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws Exception {
        Optional<Path> drawn = figure.file();
        ChainSpace space = options.measured();
        LatencyTable table = LatencyTableFile.read(file);
        SpaceMatch.of(space, table, file.toString());
        LatencyExamination.Result result =
                DeviceWork.perform(new LatencyExamination(space, table, networks, protocols.protocol()), System.err);
        LatencyTable checked = result.table();
        LatencyTableFile.write(checked, file);
        LatencyPoints timed = LatencyPoints.of(checked, result.networks());
        if (points.isPresent()) {
            timed.write(points.get());
        }
        List<String> failures = limits.limits().failures(checked);
        Drawing drawing = new PredictedLatency(List.of(timed));
        if (json) {
            if (drawn.isPresent()) {
                FigureFiles.write(drawing, drawn.get());
            }
            Map<String, Object> verdict = PrintedLatency.asMap(checked, false);
            verdict.put("failures", failures);
            System.out.println(Json.pretty(verdict));
        } else {
            PrintedLatency.checks(checked);
            points.ifPresent(System.out::println);
            if (drawn.isPresent()) {
                FigureOption.draw(drawing, drawn.get());
            }
            System.out.println(failures.isEmpty() ? "fit" : "UNFIT: " + String.join("; ", failures));
        }
        return failures.isEmpty() ? 0 : Nas.DIFFERENT;
    }

    @Command(
            description = "Sets two tables side by side; exit code 3 if their times differ by more than the tolerance.")
    int compare(
            @Parameters(index = "0", paramLabel = "TABLE.csv") Path first,
            @Parameters(index = "1", paramLabel = "OTHER.csv") Path second,
            @Option(
                            names = "--tolerance",
                            paramLabel = "FRACTION",
                            defaultValue = "0.1",
                            description = "median absolute difference of blocks (default: ${DEFAULT-VALUE})")
                    double tolerance,
            @Option(names = "--json", description = "prints JSON") boolean json)
            throws Exception {
        TableComparison comparison = TableComparison.of(LatencyTableFile.read(first), LatencyTableFile.read(second));
        PrintedLatency.comparison(comparison, json);
        return comparison.medianDifference() <= tolerance ? 0 : Nas.DIFFERENT;
    }

    @Command(description = "Shows how a table was made and what it says.")
    int show(
            @Parameters(paramLabel = "TABLE.csv") Path file,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws Exception {
        LatencyTable table = LatencyTableFile.read(file);
        if (json) {
            System.out.println(Json.pretty(PrintedLatency.asMap(table, true)));
        } else {
            PrintedLatency.table(table);
        }
        return 0;
    }
}
