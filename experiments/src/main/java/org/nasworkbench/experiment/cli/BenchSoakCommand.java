package org.nasworkbench.experiment.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.SoakBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a worker's memory grows. */
@Command(
        name = "soak",
        description = "Memory of one worker process that trains many different networks, two steps each: does it grow?")
final class BenchSoakCommand implements Callable<Integer> {
    private static final double MEBI = 1 << 20;
    private static final double KIBI = 1 << 10;

    @Option(names = "--networks", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
    private int networks;

    @Option(
            names = "--unsettled",
            defaultValue = "50",
            description = "networks at the beginning that do not count; default: ${DEFAULT-VALUE}")
    private int unsettled;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        BenchCommand.positive("--networks", networks);
        BenchCommand.positive("--unsettled", unsettled);
        int block = Math.max(1, unsettled / 2);
        SoakBenchmark.Result result = SoakBenchmark.measure(networks, unsettled, block, done -> {
            if (done % 100 == 0) {
                System.err.println(done + " networks");
            }
        });
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("networks", networks);
        numbers.put("mib_after_first", result.first() / MEBI);
        numbers.put("mib_settled", result.settled() / MEBI);
        numbers.put("mib_last", result.last() / MEBI);
        numbers.put("kib_per_network", result.growth().slope() / KIBI);
        numbers.put("low", result.growth().interval().low() / KIBI);
        numbers.put("high", result.growth().interval().high() / KIBI);
        if (json) {
            System.out.println(Json.pretty(numbers));
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "%d networks in one worker: %.0f MiB after the first, %.0f in networks %d to %d, %.0f in the last %d;"
                            + " after the first %d each adds %.2f KiB (95 %% interval %.2f to %.2f)%n",
                    networks,
                    result.first() / MEBI,
                    result.settled() / MEBI,
                    unsettled + 1,
                    unsettled + block,
                    result.last() / MEBI,
                    block,
                    unsettled,
                    result.growth().slope() / KIBI,
                    result.growth().interval().low() / KIBI,
                    result.growth().interval().high() / KIBI);
        }
        return 0;
    }
}
