package org.nasworkbench.experiment.study;

import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.latency.PlatformChoice;

/**
 * Where latency is measured.
 *
 * @param platform the platform with all its settings
 * @param table absolute path of a latency table made before; empty if one is to be measured
 */
public record LatencySpec(PlatformChoice platform, Optional<Path> table) {
    /** This, with a table made before. */
    public LatencySpec withTable(Path other) {
        return new LatencySpec(platform, Optional.of(other));
    }
}
