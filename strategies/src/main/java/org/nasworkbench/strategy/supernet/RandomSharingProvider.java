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
 * Offers {@code random-sharing}: random search with weight sharing, the baseline that a supernet has to beat. Li and Talwalkar, "Random
 * Search and Reproducibility for Neural Architecture Search", UAI 2019, arXiv 1902.07638, section 3.
 *
 * <p>Deviations. Batch norms take their statistics anew for each network.
 */
public final class RandomSharingProvider implements StrategyProvider {
    private static final OneShotSettings PRESETS = new OneShotSettings("random-sharing", Sampling.UNIFORM_PATH, false);

    @Override
    public String type() {
        return "random-sharing";
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
