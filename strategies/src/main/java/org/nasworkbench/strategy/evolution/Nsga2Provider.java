package org.nasworkbench.strategy.evolution;

import java.util.List;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Offers {@link Nsga2} as {@code nsga2}. */
public final class Nsga2Provider implements StrategyProvider {
    @Override
    public String type() {
        return "nsga2";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.integer("population", 20, 2, 100_000, "networks kept, and networks proposed at a time"),
                Setting.number("crossover", 0.9, 0, 1, "probability that two children mix their parents"),
                Setting.number("changes", 1, 0, 1000, "decisions that mutation changes in a child, on average"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return new Nsga2(settings.integer("population"), settings.number("crossover"), settings.number("changes"));
    }

    @Override
    public Plan plan(Ground ground, Settings settings) {
        Nsga2.requireLatency(ground);
        return Plan.BUDGET;
    }
}
