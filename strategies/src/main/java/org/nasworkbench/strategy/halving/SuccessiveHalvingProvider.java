package org.nasworkbench.strategy.halving;

import java.util.List;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Offers {@link SuccessiveHalving} as {@code successive-halving}. */
public final class SuccessiveHalvingProvider implements StrategyProvider {
    @Override
    public String type() {
        return "successive-halving";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.integer("eta", 3, 2, 1000, "one of so many networks goes on to the next rung"),
                Setting.integer("first", 27, 2, 100_000, "networks in the first rung of a bracket, at least eta"),
                Setting.integer("shortest", 1, 1, 1_000_000, "no training is shorter, in epochs"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return new SuccessiveHalving(settings.integer("eta"), settings.integer("first"), settings.integer("shortest"));
    }

    @Override
    public Plan plan(Ground ground, Settings settings) {
        Rungs.of(ground, settings.integer("eta"), settings.integer("shortest"));
        return Plan.BUDGET;
    }
}
