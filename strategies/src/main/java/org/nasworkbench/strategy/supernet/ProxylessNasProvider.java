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
 * Offers {@code proxylessnas}: Cai, Zhu and Han, "ProxylessNAS: Direct Neural Architecture Search on Target Task and Hardware", ICLR 2019, arXiv
 * 1812.00332: one sampled path trains the weights, two sampled paths with binary gates the logits, so that memory is that of one or two
 * networks.
 *
 * <p>Deviations. Logits are equal at first; the authors draw
 * them with a deviation of 0.001. The most likely network is trained beside draws from the distribution.
 */
public final class ProxylessNasProvider implements StrategyProvider {
    private static final GradientSettings PRESETS =
            new GradientSettings("proxylessnas", 120, 40, false, "", 0.001, 0, 0, 5, 0.1, 0.3, 1, 1, "linear");

    @Override
    public String type() {
        return "proxylessnas";
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
