package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.nasworkbench.work.Seeds;

/**
 * A platform as a study or the command line asks for it.
 *
 * @param platform name of a {@link PlatformProvider}
 * @param threads that one forward pass may use
 * @param settings texts by the names that the provider declares
 */
public record PlatformChoice(String platform, int threads, Map<String, String> settings) implements Serializable {
    /** Before the names of settings among the facts of a table. */
    static final String SETTING = "platform-";

    public PlatformChoice {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
        }
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A platform with one thread and nothing else said. */
    public static PlatformChoice of(String platform) {
        return new PlatformChoice(platform, 1, Map.of());
    }

    /** Where a table says that it was measured. */
    public static PlatformChoice of(LatencyTable table) {
        Map<String, String> settings = new TreeMap<>();
        table.facts().forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value);
            }
        });
        String platform = table.facts().get("platform");
        String threads = table.facts().getOrDefault("threads", "1");
        if (platform == null || !threads.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(
                    "a latency table must name its platform and threads, but says " + platform + " and " + threads);
        }
        return new PlatformChoice(platform, Integer.parseInt(threads), settings);
    }

    /** The value of a setting. */
    public String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no setting " + name + " among " + settings.keySet());
        }
        return value;
    }

    /** A name for files: choices that differ have different ones. */
    public String fileName() {
        return platform
                + (threads == 1 ? "" : "_" + threads + "-threads")
                + (settings.isEmpty() ? "" : "_" + Long.toHexString(Seeds.derive(1, settings.toString())));
    }

    @Override
    public String toString() {
        return platform
                + (threads == 1 ? "" : ", " + threads + " threads")
                + (settings.isEmpty() ? "" : ", " + settings);
    }
}
