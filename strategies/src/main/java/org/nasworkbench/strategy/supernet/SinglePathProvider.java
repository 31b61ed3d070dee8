package org.nasworkbench.strategy.supernet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.strategy.StrategyProvider;

/**
 * Offers {@code spos}: Guo et al., "Single Path One-Shot Neural Architecture Search with Uniform Sampling", ECCV 2020, arXiv 1904.00420:
 * uniform single paths, then evolution by the scores of shared weights.
 *
 * <p>Deviations. Generations and populations are smaller by default (20 of 50 in the paper); several of the best networks are trained
 * stand-alone, and the best of those is chosen.
 */
public final class SinglePathProvider implements StrategyProvider {
    private static final OneShotSettings PRESETS = new OneShotSettings("spos", Sampling.UNIFORM_PATH, true);

    @Override
    public String type() {
        return "spos";
    }

    @Override
    public List<Setting> settings() {
        return PRESETS.settings();
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return PRESETS.create(settings);
    }

    @Override
    public boolean trainsWeights() {
        return true;
    }

    @Override
    public Plan plan(Ground ground, Settings settings) {
        return PRESETS.plan(ground, settings);
    }

    @Override
    public Optional<SharedRanking> ranking(Ground ground, Settings settings, Function<String, RandomGenerator> random) {
        return Optional.of(PRESETS.ranking(ground, settings, random));
    }
}
