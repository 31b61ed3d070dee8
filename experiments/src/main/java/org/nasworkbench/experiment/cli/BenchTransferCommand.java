package org.nasworkbench.experiment.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.TransferBenchmark;
import org.nasworkbench.experiment.run.TransferBenchmark.Row;
import org.nasworkbench.latency.fitted.LeaveOneDeviceOut.Method;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.NetworkSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How well latency transfers to a device from few timings, each known device left out in turn. */
@Command(
        name = "latency-transfer",
        description =
                "How well few timings of a device tell its other latencies: each known device is taken for new in turn.")
final class BenchTransferCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SPACE", description = "fbnet or nb201")
    private String space;

    @Option(names = "--timings", split = ",", description = "default: 10,20,30,50,100")
    private List<Integer> timings = List.of(10, 20, 30, 50, 100);

    @Option(names = "--draws", defaultValue = "10", description = "of timed networks; default: ${DEFAULT-VALUE}")
    private int draws;

    @Option(
            names = "--scored",
            defaultValue = "1000",
            description = "other networks on which a draw is judged; default: ${DEFAULT-VALUE}")
    private int scored;

    @Option(names = "--seed", defaultValue = "1", description = "of the draws; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        if (!(KnownSpaces.space(space, KnownSpaces.Changes.NONE) instanceof NetworkSpace known)) {
            throw new IllegalArgumentException(
                    "a space must have MACs to compare with, but those of '" + space + "' are not known");
        }
        TransferBenchmark benchmark = new TransferBenchmark(known, scored);
        List<Row> rows = benchmark.rows(timings, draws, seed);
        List<Row> means = TransferBenchmark.means(rows);
        if (json) {
            System.out.println(Json.pretty(Map.of("means", means, "devices", rows)));
            return 0;
        }
        System.out.printf(
                "%d settings of %d chips; all settings of a chip are left out together. Rank correlation (Spearman) on %d"
                        + " other networks, means of %d draws%n",
                benchmark.devices().size(), benchmark.chips(), scored, draws);
        print(means);
        print(rows);
        return 0;
    }

    private static void print(List<Row> rows) {
        System.out.printf(
                "%-16s %7s %8s %6s %11s %13s %12s %13s%n",
                "device", "timings", "transfer", "MACs", "best device", "least squares", "median error", "90 % holds");
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %7d %8.3f %6.3f %11.3f %13.3f %10.1f %% %11.1f %%%n",
                    row.device(),
                    row.timings(),
                    row.spearman().get(Method.TRANSFER),
                    row.spearman().get(Method.MACS),
                    row.spearman().get(Method.BEST_DEVICE),
                    row.spearman().get(Method.LEAST_SQUARES),
                    100 * row.medianError(),
                    100 * row.coverage());
        }
    }
}
