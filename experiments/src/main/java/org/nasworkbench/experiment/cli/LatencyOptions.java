package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.TableLatency;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.table.FbnetLatency;
import picocli.CommandLine.Option;

/** Where a latency comes from on the command line: one of the two. */
final class LatencyOptions {
    @Option(names = "--latency", paramLabel = "TABLE.csv", description = "adds the latency that a table predicts")
    private Path table;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "adds the latency on a device, for the space fbnet")
    private String device;

    LatencyEvaluator evaluator(SpaceOptions options) throws IOException {
        if (table != null) {
            return new TableLatency(options.measured(), LatencyTableFile.read(table));
        }
        if (options.space() instanceof FbnetSpace fbnet) {
            return new FbnetLatency(fbnet, device);
        }
        throw new IllegalArgumentException("a device is known for the space fbnet only, but the space was '"
                + options.space().name() + "'");
    }
}
