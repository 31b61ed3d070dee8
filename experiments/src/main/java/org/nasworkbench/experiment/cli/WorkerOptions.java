package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.nasworkbench.experiment.run.LatencyStock;
import picocli.CommandLine.Option;

/** How many workers, and where measured latency tables are kept. */
final class WorkerOptions {
    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "worker processes (default: one per core); changes the time it takes, never a result")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--latency-dir",
            paramLabel = "DIR",
            description = "where measured latency tables are kept (default: ${DEFAULT-VALUE})")
    private Path latencies = Path.of("latency");

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            description = "a worker silent for so long is taken for hung (default: ${DEFAULT-VALUE})")
    private long patienceMinutes = 30;

    int workers() {
        if (workers < 1) {
            throw new IllegalArgumentException("--workers must be at least 1, but was " + workers);
        }
        return workers;
    }

    LatencyStock latencies() {
        return new LatencyStock(latencies);
    }

    Duration patience() {
        return Duration.ofMinutes(patienceMinutes);
    }
}
