package org.nasworkbench.experiment.study;

import java.util.List;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** A plug-in as a user would write it, with a setting of each kind. */
public final class ToyStrategyProvider implements StrategyProvider {
    @Override
    public String type() {
        return "toy-search";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.integer("population", 20, 2, 1000, "individuals"),
                Setting.integer("sample", 5, 1, 1000, "individuals in a tournament"),
                Setting.number("heat", 0.5, 0, 1, "how wild"),
                Setting.flag("ageing", true, "whether the oldest dies"),
                Setting.word("op", "no", List.of("no", "off", "on"), "a word that YAML 1.1 takes for a truth value"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        if (settings.integer("sample") > settings.integer("population")) {
            throw new IllegalArgumentException("sample must be at most population, but was "
                    + settings.integer("sample") + " of " + settings.integer("population"));
        }
        return lab -> SearchResult.best(List.of());
    }
}
