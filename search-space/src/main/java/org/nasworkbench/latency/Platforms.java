package org.nasworkbench.latency;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.nasworkbench.space.Nearest;

/** The platforms on the class path. */
public final class Platforms {
    private Platforms() {}

    /** The names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(providers().keySet());
    }

    /**
     * The provider of a name.
     *
     * @throws IllegalArgumentException naming the nearest known one
     */
    public static PlatformProvider provider(String name) {
        Map<String, PlatformProvider> providers = providers();
        PlatformProvider provider = providers.get(name);
        if (provider == null) {
            List<String> names = List.copyOf(providers.keySet());
            throw new IllegalArgumentException("a platform must be one of " + names + ", but was '" + name
                    + "'; did you mean '" + Nearest.word(name, names) + "'?");
        }
        return provider;
    }

    /**
     * A choice with a value for every setting that its provider declares.
     *
     * @throws IllegalArgumentException for an unknown platform or setting, a missing one, or too many threads
     */
    public static PlatformChoice complete(PlatformChoice choice) {
        PlatformProvider provider = provider(choice.platform());
        if (choice.threads() > provider.mostThreads()) {
            throw new IllegalArgumentException("threads of " + provider.name() + " must be at most "
                    + provider.mostThreads() + ", but was " + choice.threads());
        }
        List<String> names =
                provider.settings().stream().map(PlatformSetting::name).toList();
        for (String name : choice.settings().keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "settings of " + provider.name() + " are " + names + ", but one was " + name);
            }
        }
        Map<String, String> values = new TreeMap<>(choice.settings());
        for (PlatformSetting setting : provider.settings()) {
            values.computeIfAbsent(setting.name(), name -> setting.preset()
                    .orElseThrow(() -> new IllegalArgumentException(
                            provider.name() + " needs the setting " + name + " (" + setting.meaning() + ")")));
        }
        return new PlatformChoice(provider.name(), choice.threads(), values);
    }

    /** The platform of a choice. */
    public static Platform open(PlatformChoice choice) {
        return provider(choice.platform()).open(complete(choice));
    }

    private static Map<String, PlatformProvider> providers() {
        Map<String, PlatformProvider> providers = new TreeMap<>();
        for (PlatformProvider provider : ServiceLoader.load(PlatformProvider.class)) {
            PlatformProvider other = providers.put(provider.name(), provider);
            if (other != null) {
                throw new IllegalStateException("names of platforms must differ, but " + provider.name()
                        + " is offered by " + other.getClass().getName() + " and "
                        + provider.getClass().getName());
            }
        }
        return providers;
    }
}
