package org.nasworkbench.experiment.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nasworkbench.latency.DjlPlatform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.Platforms;
import picocli.CommandLine.Option;

/** A platform on the command line, with its settings. */
final class PlatformOptions {
    @Option(names = "--platform", defaultValue = DjlPlatform.NAME, description = "default: ${DEFAULT-VALUE}")
    private String platform;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads that one forward pass may use (default: ${DEFAULT-VALUE})")
    private int threads = 1;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a setting of the platform")
    private final Map<String, String> settings = new LinkedHashMap<>();

    PlatformChoice choice() {
        return Platforms.complete(new PlatformChoice(platform, threads, settings));
    }
}
