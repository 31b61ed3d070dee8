package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.GroundWork;
import org.nasworkbench.experiment.run.Json;
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
import org.nasworkbench.work.WholeFile;
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

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        ChainSpace space = GroundWork.space(StudyReader.read(study, List.of()));
        Retiming retiming = new Retiming(space, runs);
        List<LimitKept> matrix = new ArrayList<>();
        List<Retiming.Result> results = new ArrayList<>();
        List<Map<String, Object>> printed = new ArrayList<>();
        for (String name : platforms) {
            Retiming.Result result = earlier == null
                    ? retiming.on(Platforms.complete(PlatformChoice.of(name)), protocols.protocol(), System.err)
                    : retiming.earlier(name, RetimedNetworks.read(earlier));
            results.add(result);
            addLimits(retiming, result, matrix);
            FigureFiles.write(new QualityLatency(), searched(result), out.resolve(name), EnumSet.of(Format.SVG));
            printed.add(asMap(result, retiming));
            if (!json) {
                print(result, retiming);
            }
        }
        RetimedNetworks.write(space, results, out.resolve("networks.csv"));
        WholeFile.write(out.resolve("matrix.csv"), LimitKept.csv(matrix));
        if (json) {
            System.out.println(Json.pretty(Map.of(
                    "platforms",
                    printed,
                    "matrix",
                    matrix.stream().map(LimitKept::asMap).toList())));
            return 0;
        }
        System.out.println();
        matrix.forEach(row -> System.out.printf(
                Locale.ROOT,
                "found for %-24s on %-24s %.2f of its limit%n",
                row.foundFor(),
                row.timedOn(),
                row.perLimit()));
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

    private static void addLimits(Retiming retiming, Retiming.Result result, List<LimitKept> rows) {
        double limit = retiming.limitMillis(result.platform()).orElse(Double.NaN);
        for (String searchedFor : retiming.platforms()) {
            double[] relative = Arrays.stream(retiming.chosenMillis(searchedFor, result))
                    .map(millis -> millis / limit)
                    .toArray();
            if (relative.length > 0 && Double.isFinite(limit)) {
                double kept =
                        Arrays.stream(relative).filter(ratio -> ratio <= 1).count();
                rows.add(new LimitKept(
                        searchedFor,
                        result.platform(),
                        Arrays.stream(relative).average().orElseThrow(),
                        kept / relative.length));
            }
        }
    }

    private static Map<String, Object> asMap(Retiming.Result result, Retiming retiming) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("platform", result.platform());
        map.put("runtime", result.runtime());
        map.put("networks", result.timings().size());
        map.put("macs", retiming.macs(result).map(PrintedComparison::asMap).orElse(null));
        map.put(
                "hypervolumes",
                Retiming.hypervolumes(result).stream()
                        .map(PrintedComparison::asMap)
                        .toList());
        return map;
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
                PrintedComparison.interval(comparison)
                        .map(ends -> "(" + ends + ")")
                        .orElse("(no interval)"),
                comparison.shown() ? "a difference" : "no difference shown");
    }
}
