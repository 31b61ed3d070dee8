package org.nasworkbench.experiment.study;

import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.latency.LatencyLimits;
import org.nasworkbench.latency.PlatformChoice;

/**
 * Where latency is measured, and how good a table must be.
 *
 * @param platform the platform with all its settings
 * @param limits what the table's check must reach
 * @param acceptUnfit whether a table that fails them is used all the same
 * @param table absolute path of a latency table made before; empty if one is to be measured
 */
public record LatencySpec(PlatformChoice platform, LatencyLimits limits, boolean acceptUnfit, Optional<Path> table) {
    /** A table of a platform that is measured, by the limits where nothing else is said. */
    public static LatencySpec measured(PlatformChoice platform) {
        return new LatencySpec(platform, LatencyLimits.STANDARD, false, Optional.empty());
    }

    /** This, with a table made before. */
    public LatencySpec withTable(Path other) {
        return new LatencySpec(platform, limits, acceptUnfit, Optional.of(other));
    }
}
