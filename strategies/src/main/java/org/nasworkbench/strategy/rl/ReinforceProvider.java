package org.nasworkbench.strategy.rl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

/** Offers {@link Reinforce} as {@code reinforce}. ND4J is loaded only by a search. */
public final class ReinforceProvider implements StrategyProvider {
    @Override
    public String type() {
        return "reinforce";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.word("controller", "mlp", List.of("mlp", "lstm", "logits"), "what proposes architectures"),
                Setting.integer("batch", 4, 1, 10_000, "architectures per update of the controller"),
                Setting.number("learning-rate", 0.01, 1e-6, 1, "of the controller's Adam"),
                Setting.number("entropy", 0.01, 0, 10, "weight of the entropy bonus, in value per nat"),
                Setting.number("baseline-decay", 0.9, 0, 1, "how much of the past the baseline keeps at an update"),
                Setting.integer("epochs", 1, 1, 100, "passes over each batch; 1 is REINFORCE, more is PPO"),
                Setting.number(
                        "clip", 0.2, 0.01, 10, "PPO's bound on the change of a probability; idle with one epoch"),
                Setting.integer("hidden", 64, 1, 4096, "units of the controller's hidden layer; logits have none"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return new Reinforce(new ReinforceSettings(
                Controller.valueOf(settings.word("controller").toUpperCase(Locale.ROOT)),
                settings.integer("batch"),
                settings.number("learning-rate"),
                settings.number("entropy"),
                settings.number("baseline-decay"),
                settings.integer("epochs"),
                settings.number("clip"),
                settings.integer("hidden")));
    }

    @Override
    public Optional<String> unavailable() {
        try {
            Class.forName("org.nd4j.linalg.factory.Nd4j");
            return Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.of("reinforce needs ND4J's native library, and there is none that loads on this platform ("
                    + System.getProperty("os.name") + ", " + System.getProperty("os.arch")
                    + "); every other strategy works without it");
        }
    }
}
