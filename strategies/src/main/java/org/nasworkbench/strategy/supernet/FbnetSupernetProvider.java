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
 * Offers {@code fbnet}: Wu et al., "FBNet: Hardware-Aware Efficient ConvNet Design via Differentiable Neural Architecture Search", CVPR
 * 2019, arXiv 1812.03443: 80 % of the images for the weights, 20 % for the logits, ten epochs of warm-up of 90, a temperature that falls by a factor
 * of 0.956 an epoch.
 *
 * <p>Deviations. One draw of noise is for a whole batch, as in its re-implementations; weights and logits take turns step by step, not epoch by
 * epoch; latency enters as a ratio to the target unless the published loss is asked for. The most likely network is trained beside the draws.
 */
public final class FbnetSupernetProvider implements StrategyProvider {
    private static final GradientSettings PRESETS =
            new GradientSettings("fbnet", 90, 10, true, "batch", 0.01, 0.9, 5e-4, 1, 0.2, 0.6, 5, 0.087, "exponential");

    @Override
    public String type() {
        return "fbnet";
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
