package org.nasworkbench.strategy.supernet;

import java.util.List;
import java.util.OptionalInt;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Offers the SqueezeNAS supernet to studies as {@code squeezenas}. */
public final class SqueezeNasProvider implements StrategyProvider {
    @Override
    public String type() {
        return "squeezenas";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.integer("epochs", 30, 1, 10_000, "epochs of the supernet"),
                Setting.integer("warmup-epochs", 5, 0, 10_000, "epochs in which only weights are trained"),
                Setting.integer("samples", 8, 1, 1_000, "networks drawn at the end and trained stand-alone"),
                Setting.number("logits-learning-rate", 0.05, 1e-6, 10, "learning rate of Adam on the logits"),
                Setting.number(
                        "latency-weight", 0.2, 0, 100, "lambda in cross-entropy + lambda x expected latency / target"),
                Setting.number("first-temperature", 5, 0.1, 100, "Gumbel-softmax temperature of the first epoch"),
                Setting.number("last-temperature", 1, 0.1, 100, "Gumbel-softmax temperature of the last quarter"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        if (settings.integer("warmup-epochs") >= settings.integer("epochs")) {
            throw new IllegalArgumentException("warmup-epochs must be below epochs, but was "
                    + settings.integer("warmup-epochs") + " of " + settings.integer("epochs"));
        }
        return new SqueezeNas(settings);
    }

    @Override
    public boolean trainsWeights() {
        return true;
    }

    @Override
    public Plan plan(Ground ground, Settings settings) {
        ChainSpace space = SqueezeNas.chainSpace(ground);
        return new Plan(
                OptionalInt.of(settings.integer("samples")),
                List.of(SqueezeNas.sharedWeights(ground, space, settings, 1)));
    }
}
