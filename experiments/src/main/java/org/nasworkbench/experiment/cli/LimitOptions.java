package org.nasworkbench.experiment.cli;

import org.nasworkbench.latency.LatencyLimits;
import picocli.CommandLine.Option;

/** What a latency table must reach, on the command line. */
final class LimitOptions {
    @Option(
            names = "--largest-error",
            paramLabel = "FRACTION",
            description = "mean absolute error of whole networks (default: ${DEFAULT-VALUE})")
    private double largestError = LatencyLimits.STANDARD.largestError();

    @Option(
            names = "--least-spearman",
            paramLabel = "RHO",
            description = "rank correlation over whole networks (default: ${DEFAULT-VALUE})")
    private double leastSpearman = LatencyLimits.STANDARD.leastSpearman();

    LatencyLimits limits() {
        return new LatencyLimits(largestError, leastSpearman);
    }
}
