package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.SpaceMatch;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.KnownDevices;
import org.nasworkbench.table.TermTableFile;
import picocli.CommandLine.Option;

/** Where a latency comes from on the command line: one of the two. */
final class LatencyOptions {
    @Option(names = "--latency", paramLabel = "TABLE.csv", description = "adds the latency that a table predicts")
    private Path table;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "adds the latency on a device; 'nas space show SPACE' names those that are known")
    private String device;

    LatencyEvaluator evaluator(SearchSpace space) throws IOException {
        if (table == null) {
            return KnownDevices.latency(space, device);
        }
        return space instanceof ChainSpace chain
                ? SpaceMatch.of(chain, LatencyTableFile.read(table), table.toString())
                : TermTableFile.latency(table, space);
    }

    /** What the latency is called: one of a projected table says so. */
    String column(SearchSpace space) throws IOException {
        boolean projected = table != null
                && space instanceof ChainSpace
                && LatencyTableFile.read(table).projected();
        return projected ? "projected_latency_ms" : "latency_ms";
    }

    /** Where the latency is from, by name. */
    Map<String, String> facts(SearchSpace space) throws IOException {
        if (table == null) {
            return Map.of("latency-platform", device);
        }
        Map<String, String> measured = space instanceof ChainSpace
                ? LatencyTableFile.read(table).facts()
                : TermTableFile.read(table).facts();
        return Map.of(
                "latency-platform",
                measured.get("platform") + " (" + measured.get("runtime") + ")",
                "latency-machine",
                measured.getOrDefault("machine", "unknown"));
    }
}
