package org.nasworkbench.experiment.cli;

import org.nasworkbench.latency.LatencyProtocol;
import picocli.CommandLine.Option;

/** How latency is measured, on the command line. */
final class ProtocolOptions {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "rounds that are always measured (default: ${DEFAULT-VALUE})")
    private int rounds = LatencyProtocol.STANDARD.fewestRounds();

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "recorded runs of a block in each round (default: ${DEFAULT-VALUE})")
    private int repeats = LatencyProtocol.STANDARD.repeats();

    @Option(
            names = "--drift",
            paramLabel = "FRACTION",
            description = "by how much the machine may drift in warm-up (default: ${DEFAULT-VALUE})")
    private double drift = LatencyProtocol.STANDARD.drift();

    /** The protocol that measures at most so many rounds, or until intervals are so narrow. */
    LatencyProtocol protocol(int mostRounds, double width) {
        return new LatencyProtocol(
                rounds, Math.max(rounds, mostRounds), repeats, width, drift, LatencyProtocol.STANDARD.mostWarmUps());
    }

    /** The protocol of a check: so many rounds and no more. */
    LatencyProtocol protocol() {
        return protocol(rounds, LatencyProtocol.STANDARD.width());
    }
}
