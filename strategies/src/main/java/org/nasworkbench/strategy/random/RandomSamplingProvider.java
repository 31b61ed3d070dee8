package org.nasworkbench.strategy.random;

import java.util.List;
import java.util.OptionalInt;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Offers {@link RandomSampling} as {@code random-sampling}. */
public final class RandomSamplingProvider implements StrategyProvider {
    @Override
    public String type() {
        return "random-sampling";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.integer("samples", 8, 1, 10_000, "architectures drawn; none is selected"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return new RandomSampling(settings.integer("samples"));
    }

    @Override
    public Plan plan(Ground ground, Settings settings) {
        return new Plan(OptionalInt.of(settings.integer("samples")), List.of());
    }
}
