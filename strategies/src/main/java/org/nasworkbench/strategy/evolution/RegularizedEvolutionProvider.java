package org.nasworkbench.strategy.evolution;

import java.util.List;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Offers {@link RegularizedEvolution} as {@code regularized-evolution}. */
public final class RegularizedEvolutionProvider implements StrategyProvider {
    @Override
    public String type() {
        return "regularized-evolution";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.integer("population", 20, 2, 100_000, "networks alive"),
                Setting.integer("sample", 5, 2, 100_000, "networks that compete for parenthood"),
                Setting.integer("offspring", 1, 1, 10_000, "children under way at a time, below the population"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return new RegularizedEvolution(
                settings.integer("population"), settings.integer("sample"), settings.integer("offspring"));
    }
}
