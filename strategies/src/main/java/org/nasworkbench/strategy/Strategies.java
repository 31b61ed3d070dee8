package org.nasworkbench.strategy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.nasworkbench.space.Nearest;

/** The strategies on the class path. */
public final class Strategies {
    private Strategies() {}

    /** All providers by type, in alphabetical order. */
    public static Map<String, StrategyProvider> providers() {
        Map<String, StrategyProvider> providers = new TreeMap<>();
        for (StrategyProvider provider : ServiceLoader.load(StrategyProvider.class)) {
            StrategyProvider other = providers.put(provider.type(), provider);
            if (other != null) {
                throw new IllegalStateException("strategy types must differ, but " + provider.type() + " is offered by "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName());
            }
        }
        return providers;
    }

    /**
     * The provider of a type.
     *
     * @throws IllegalArgumentException naming the nearest known type
     */
    public static StrategyProvider provider(String type) {
        Map<String, StrategyProvider> providers = providers();
        StrategyProvider provider = providers.get(type);
        if (provider == null) {
            List<String> types = List.copyOf(providers.keySet());
            throw new IllegalArgumentException("a strategy's type must be one of " + types + ", but was '" + type
                    + "'; did you mean '" + Nearest.word(type, types) + "'?");
        }
        return provider;
    }
}
