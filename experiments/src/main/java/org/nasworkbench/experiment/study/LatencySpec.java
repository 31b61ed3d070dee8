package org.nasworkbench.experiment.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where latency is measured.
 *
 * @param platform one of {@link #platforms}
 * @param threads that one forward pass may use: 1 on the platform there is
 * @param table absolute path of a latency table made before; empty if one is to be measured
 */
public record LatencySpec(String platform, int threads, Optional<Path> table) {
    public LatencySpec {
        Require.that(platforms().contains(platform), "a platform must be one of " + platforms(), platform);
        Require.that(threads == 1, "threads must be 1", threads);
    }

    /** This, with a table made before. */
    public LatencySpec withTable(Path other) {
        return new LatencySpec(platform, threads, Optional.of(other));
    }

    /** The platforms that a study can name. */
    public static List<String> platforms() {
        return List.of("this-cpu-djl");
    }
}
