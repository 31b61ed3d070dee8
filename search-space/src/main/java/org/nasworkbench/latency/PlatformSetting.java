package org.nasworkbench.latency;

import java.util.Optional;

/**
 * One thing that can be set about a platform: text, which the platform reads.
 *
 * @param name key in the study, in lower case with hyphens
 * @param preset value where the study is silent; empty: it must be said
 * @param meaning one line
 */
public record PlatformSetting(String name, Optional<String> preset, String meaning) {
    /** A setting that must be said. */
    public static PlatformSetting needed(String name, String meaning) {
        return new PlatformSetting(name, Optional.empty(), meaning);
    }

    /** A setting that has a value where nothing is said. */
    public static PlatformSetting preset(String name, String preset, String meaning) {
        return new PlatformSetting(name, Optional.of(preset), meaning);
    }
}
