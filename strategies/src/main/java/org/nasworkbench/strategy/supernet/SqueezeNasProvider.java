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
 * Offers {@code squeezenas}: Shaw, Hunter, Iandola, Sidhu, "SqueezeNAS: Fast Neural Architecture Search for Faster Semantic
 * Segmentation", ICCV-W 2019, arXiv 1908.01748.
 *
 * <p>Deviations. Logits are learned on held-out images in turn with the weights (as FBNet does), by Adam and after a warm-up; the
 * authors' code steps both on the same batch, by gradient descent (both can be set). Latency enters as a ratio to the target. The
 * authors take the argmax of one Gumbel sample; here the argmax of the logits and further draws from their distribution are trained by
 * the study's shared protocol, and the best is chosen.
 */
public final class SqueezeNasProvider implements StrategyProvider {
    private static final GradientSettings PRESETS =
            new GradientSettings("squeezenas", 30, 5, true, "image", 0.05, 0.9, 0, 1, 0.2, 1, 5, 1, "linear");

    @Override
    public String type() {
        return "squeezenas";
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
