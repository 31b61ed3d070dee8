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
 * Offers {@code fairnas}: Chu, Zhang and Xu, "FairNAS: Rethinking Evaluation Fairness of Weight Sharing Neural Architecture Search", ICCV
 * 2021, arXiv 1907.01845: strict fairness, each option of each block once before the weights change.
 *
 * <p>Deviations. The search by shared scores is the evolution of {@code spos}, where theirs is NSGA-II; an epoch has as many steps as one of the
 * other methods, each of as many passes as there are options.
 */
public final class FairNasProvider implements StrategyProvider {
    private static final OneShotSettings PRESETS = new OneShotSettings("fairnas", Sampling.FAIR_PATHS, true);

    @Override
    public String type() {
        return "fairnas";
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
