package org.nasworkbench.experiment.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.GroundWork;
import org.nasworkbench.experiment.run.RetimedNetworks;
import org.nasworkbench.experiment.run.Retiming;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.Format;
import org.nasworkbench.figures.QualityLatency;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.Platforms;
import org.nasworkbench.results.Comparison;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.space.ChainSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds searches by different latencies against each other on measured time. */
@Command(
        name = "retime",
        description =
                "Does a search for latency find better networks than one for MACs, and one for another device? Times the"
                        + " networks that runs of one study, each by another platform, have trained, side by side.")
final class LatencyRetimeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY.yaml", description = "the study, for its space and images")
    private Path study;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "RUN", description = "folders of its runs, one a platform")
    private List<Path> runs;

    @Option(
            names = "--on",
            split = ",",
            required = true,
            paramLabel = "PLATFORM",
            description = "where networks are timed, such as this-cpu-djl,this-cpu-onnxruntime")
    private List<String> platforms;

    @Mixin
    private ProtocolOptions protocols;

    @Option(
            names = "--from",
            paramLabel = "networks.csv",
            description = "times that this command wrote before; nothing is timed again")
    private Path earlier;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the tables and figures")
    private Path out;

    @Override
    public Integer call() throws Exception {
        ChainSpace space = GroundWork.space(StudyReader.read(study, List.of()));
        Retiming retiming = new Retiming(space, runs);
        List<String> matrix = new ArrayList<>(List.of("found_for,timed_on,latency_per_limit,share_within_limit"));
        List<Retiming.Result> results = new ArrayList<>();
        for (String name : platforms) {
            Retiming.Result result = earlier == null
                    ? retiming.on(Platforms.complete(PlatformChoice.of(name)), protocols.protocol(), System.err)
                    : retiming.earlier(name, RetimedNetworks.read(earlier));
            results.add(result);
            addLimits(retiming, result, matrix);
            FigureFiles.write(new QualityLatency(), searched(result), out.resolve(name), EnumSet.of(Format.SVG));
            print(result, retiming);
        }
        RetimedNetworks.write(space, results, out.resolve("networks.csv"));
        Files.write(out.resolve("matrix.csv"), matrix);
        System.out.println();
        matrix.stream()
                .skip(1)
                .map(row -> row.split(","))
                .forEach(row -> System.out.printf(
                        "found for %-24s on %-24s %.2f of its limit%n", row[0], row[1], Double.parseDouble(row[2])));
        return 0;
    }

    /** Without random sampling, which is the same for all platforms. */
    private static StudyResults searched(Retiming.Result result) {
        return result.results()
                .only(result.results().runs().stream()
                        .filter(StudyResults.Run::searches)
                        .map(StudyResults.Run::strategy)
                        .distinct()
                        .toList());
    }

    private static void addLimits(Retiming retiming, Retiming.Result result, List<String> rows) {
        double limit = retiming.limitMillis(result.platform()).orElse(Double.NaN);
        for (String searchedFor : retiming.platforms()) {
            double[] relative = Arrays.stream(retiming.chosenMillis(searchedFor, result))
                    .map(millis -> millis / limit)
                    .toArray();
            if (relative.length > 0 && Double.isFinite(limit)) {
                double kept =
                        Arrays.stream(relative).filter(ratio -> ratio <= 1).count();
                rows.add(searchedFor + "," + result.platform() + ","
                        + Arrays.stream(relative).average().orElseThrow() + "," + kept / relative.length);
            }
        }
    }

    private static void print(Retiming.Result result, Retiming retiming) {
        System.out.printf(
                "%n%s: %d networks on %s%n", result.platform(), result.timings().size(), result.runtime());
        retiming.macs(result)
                .ifPresent(correlation -> System.out.printf(
                        "  MACs rank them with Spearman %s, Kendall %s%n",
                        correlation.spearmanText(2), correlation.kendallText(2)));
        Retiming.hypervolumes(result).forEach(LatencyRetimeCommand::print);
    }

    private static void print(Comparison comparison) {
        System.out.printf(
                Locale.ROOT,
                "  hypervolume, %s less %s: %+.4f %s, %s%n",
                comparison.first(),
                comparison.second(),
                comparison.difference(),
                comparison
                        .interval()
                        .map(i -> String.format(Locale.ROOT, "(%+.4f to %+.4f)", i.low(), i.high()))
                        .orElse("(no interval)"),
                comparison.shown() ? "a difference" : "no difference shown");
    }
}
