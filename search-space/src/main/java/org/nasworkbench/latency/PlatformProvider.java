package org.nasworkbench.latency;

import java.util.List;

/**
 * Makes a platform known to studies. Providers are found by {@link java.util.ServiceLoader}; a platform of one's own is a class that
 * implements this interface and is named in {@code META-INF/services/org.nasworkbench.latency.PlatformProvider}.
 */
public interface PlatformProvider {
    /** The word after {@code platform:} in a study, such as {@code this-cpu-djl}. */
    String name();

    /**
     * Opens the platform. Loads no native library: that waits for the first network, so that a study can be checked by it.
     *
     * @param choice complete: every declared setting has its value
     * @throws IllegalArgumentException if a setting has a value that cannot be used
     */
    Platform open(PlatformChoice choice);

    /** What can be set besides threads; each is a key of {@code latency} in a study. */
    default List<PlatformSetting> settings() {
        return List.of();
    }

    /** The largest number of threads that one forward pass can be given. */
    default int mostThreads() {
        return 1;
    }
}
