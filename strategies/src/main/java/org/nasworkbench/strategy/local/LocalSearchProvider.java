package org.nasworkbench.strategy.local;

import java.util.List;
import java.util.Locale;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.strategy.local.LocalSearch.Step;

/** Offers {@link LocalSearch} as {@code local-search}. */
public final class LocalSearchProvider implements StrategyProvider {
    @Override
    public String type() {
        return "local-search";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.word(
                        "step",
                        "best",
                        List.of("best", "first"),
                        "whether a climb moves to the best of all neighbours or to the first better one"),
                Setting.integer("batch", 1, 1, 10_000, "neighbours proposed at a time"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return new LocalSearch(Step.valueOf(settings.word("step").toUpperCase(Locale.ROOT)), settings.integer("batch"));
    }
}
