package org.nasworkbench.strategy;

import java.util.List;

/**
 * Makes a strategy known to studies. Providers are found by {@link java.util.ServiceLoader}; a strategy of one's own is one class
 * that implements this interface and is named in {@code META-INF/services/org.nasworkbench.strategy.StrategyProvider}.
 */
public interface StrategyProvider {
    /** The word after {@code type:} in a study, such as {@code regularized-evolution}. */
    String type();

    /** What can be set, with defaults. */
    List<Setting> settings();

    /**
     * Makes a strategy.
     *
     * @throws IllegalArgumentException if settings contradict each other
     * @throws UnsupportedOperationException if a library that the strategy needs does not exist for this platform
     */
    SearchStrategy create(Settings settings);
}
