package org.nasworkbench.strategy.random;

import java.util.List;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Offers {@link RandomSearch} as {@code random-search}. */
public final class RandomSearchProvider implements StrategyProvider {
    @Override
    public String type() {
        return "random-search";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.integer("batch", 8, 1, 10_000, "networks under way at a time; does not change what is drawn"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return new RandomSearch(settings.integer("batch"));
    }
}
