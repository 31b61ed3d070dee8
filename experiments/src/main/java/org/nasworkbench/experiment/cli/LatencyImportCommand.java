package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.LearnedTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a table from latencies of whole networks that were measured elsewhere. */
@Command(
        name = "import",
        description =
                "Fits a table to latencies of whole networks that were measured elsewhere, and says how well it predicts.")
final class LatencyImportCommand implements Callable<Integer> {
    @Mixin
    private TimingOptions timings;

    @Option(names = "--out", required = true, paramLabel = "TABLE.csv", description = "the table")
    private Path out;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        LearnedTable table = LearnedTable.fitted(
                timings.timed(timings.space()), timings.source(), timings.latency(), timings.platform());
        table.write(out);
        if (json) {
            Map<String, Object> map = asMap(table);
            map.put("table", out.toString());
            System.out.println(Json.pretty(map));
        } else {
            print(table);
            System.out.println(out);
        }
        return 0;
    }

    static Map<String, Object> asMap(LearnedTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("facts", table.facts());
        map.put("check", table.check().map(PrintedLatency::asMap).orElse(null));
        map.put("base_ms", table.terms().baseMillis());
        map.put("unknown", table.terms().unknown());
        return map;
    }

    /** Where a table comes from, and what it cannot tell. */
    static void print(LearnedTable table) {
        table.facts().forEach((name, value) -> System.out.printf("%-17s%s%n", name, value));
        List<String> unknown = table.terms().unknown();
        if (!unknown.isEmpty()) {
            System.out.println(
                    unknown.size() + " terms are not determined by the timings; a network that has one of them has no"
                            + " latency here: " + String.join(", ", unknown));
        }
        if (!(table.terms().baseMillis() > 0)) {
            System.out.println("the network of the quickest options would take "
                    + table.terms().baseMillis() + " ms: networks with a sum of 0 ms or below have no latency here");
        }
    }
}
