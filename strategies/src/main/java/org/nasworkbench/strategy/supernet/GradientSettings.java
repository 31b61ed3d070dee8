package org.nasworkbench.strategy.supernet;

import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.supernet.Recipe.LogitsRecipe;
import org.nasworkbench.strategy.supernet.Recipe.Temperature;

/**
 * The settings of the methods that learn logits; each method has presets of its own.
 *
 * @param momentum Adam's decay of the first moment
 */
record GradientSettings(
        int epochs,
        int warmupEpochs,
        boolean mixes,
        String noise,
        double rate,
        double momentum,
        double weightDecay,
        int every,
        double latencyWeight,
        double latencyPower,
        double firstTemperature,
        double lastTemperature,
        String cooling)
        implements SupernetProvider.Presets {
    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(List.of(
                Setting.integer("epochs", epochs, 1, 10_000, "epochs of the supernet"),
                Setting.integer("warmup-epochs", warmupEpochs, 0, 10_000, "epochs in which only weights are trained"),
                Setting.integer("samples", 8, 1, 1_000, "networks drawn at the end and trained stand-alone"),
                Setting.word("logits-optimizer", "adam", List.of("adam", "sgd"), "how the logits change"),
                Setting.number("logits-learning-rate", rate, 1e-6, 10, "learning rate of the logits"),
                Setting.number("logits-weight-decay", weightDecay, 0, 1, "weight decay of the logits"),
                Setting.integer("logits-every", every, 1, 10_000, "steps of the weights for one of the logits"),
                Setting.word(
                        "logits-data",
                        "held-out",
                        List.of("held-out", "same-batch"),
                        "images that the logits learn on"),
                Setting.word("latency-loss", "ratio", LatencyLoss.words(), "how expected latency enters the loss"),
                Setting.number("latency-weight", latencyWeight, 0, 100, "lambda, or alpha, of the latency loss"),
                Setting.number("latency-power", latencyPower, 0, 10, "beta of the latency losses that have one")));
        if (mixes) {
            settings.add(
                    Setting.word("noise", noise, List.of("image", "batch"), "what each draw of Gumbel noise is for"));
            settings.add(Setting.number(
                    "first-temperature", firstTemperature, 0.01, 100, "Gumbel-softmax temperature of the first epoch"));
            settings.add(Setting.number("last-temperature", lastTemperature, 0.01, 100, "that of the last"));
            settings.add(Setting.word(
                    "cooling",
                    cooling,
                    List.of("linear", "exponential"),
                    "in a straight line over three quarters of the epochs, or by a factor an epoch"));
        }
        return List.copyOf(settings);
    }

    @Override
    public GradientSupernet create(Settings settings) {
        if (settings.integer("warmup-epochs") >= settings.integer("epochs")) {
            throw new IllegalArgumentException("warmup-epochs must be below epochs, but was "
                    + settings.integer("warmup-epochs") + " of " + settings.integer("epochs"));
        }
        return new GradientSupernet(
                settings.integer("epochs"), settings.integer("samples"), ground -> recipe(ground, settings));
    }

    @Override
    public int recalibrationBatches(Settings settings) {
        return KeptWeights.USUAL_BATCHES;
    }

    private Recipe recipe(Ground ground, Settings settings) {
        AdditiveLatency latency = SharedWeights.latency(ground);
        Logits.Rule rule = new Logits.Rule(
                settings.word("logits-optimizer").equals("adam"),
                settings.number("logits-learning-rate"),
                momentum,
                settings.number("logits-weight-decay"));
        LatencyLoss loss = new LatencyLoss(
                LatencyLoss.form(settings.word("latency-loss")),
                settings.number("latency-weight"),
                settings.number("latency-power"),
                ground.objective().target().millis(),
                latency.baseMillis());
        Temperature temperature = mixes
                ? new Temperature(
                        settings.number("first-temperature"),
                        settings.number("last-temperature"),
                        settings.word("cooling").equals("exponential"))
                : new Temperature(1, 1, false);
        return new Recipe(
                sampling(settings),
                settings.integer("warmup-epochs"),
                new LogitsRecipe(
                        rule,
                        loss,
                        temperature,
                        settings.integer("logits-every"),
                        settings.word("logits-data").equals("held-out")));
    }

    private Sampling sampling(Settings settings) {
        if (!mixes) {
            return Sampling.BINARY_GATES;
        }
        return settings.word("noise").equals("image") ? Sampling.NOISE_PER_IMAGE : Sampling.NOISE_PER_BATCH;
    }
}
