package org.nasworkbench.strategy.supernet;

import java.util.List;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.evolution.ElitistEvolution;

/**
 * The settings of the methods that search by shared scores.
 *
 * @param evolves whether there are generations after the first
 */
record OneShotSettings(Sampling sampling, boolean evolves) implements SupernetProvider.Presets {
    @Override
    public List<Setting> settings() {
        Setting epochs = Setting.integer("epochs", 30, 1, 10_000, "epochs of the supernet");
        Setting samples = Setting.integer("samples", 8, 1, 1_000, "best networks, trained stand-alone at the end");
        Setting batches = Setting.integer(
                "recalibration-batches",
                20,
                0,
                10_000,
                "batches from which batch norms take their statistics before a network is scored");
        if (!evolves) {
            return List.of(
                    epochs,
                    Setting.integer("candidates", 100, 2, 100_000, "random networks scored with shared weights"),
                    batches,
                    samples);
        }
        return List.of(
                epochs,
                Setting.integer("population", 20, 2, 10_000, "networks of a generation"),
                Setting.integer("parents", 5, 1, 10_000, "best networks that have children"),
                Setting.integer("generations", 5, 0, 10_000, "generations after the first, random one"),
                Setting.number("mutation", 0.1, 0.001, 1, "probability of each decision to change"),
                batches,
                samples);
    }

    @Override
    public OneShot create(Settings settings) {
        ElitistEvolution evolution = evolves
                ? new ElitistEvolution(
                        settings.integer("population"),
                        settings.integer("parents"),
                        settings.integer("generations"),
                        settings.number("mutation"))
                : new ElitistEvolution(settings.integer("candidates"), 1, 0, 1);
        return new OneShot(
                sampling,
                settings.integer("epochs"),
                evolution,
                settings.integer("recalibration-batches"),
                settings.integer("samples"));
    }

    /** The search's own; the usual number where it takes none, since the verdict is about statistics taken anew. */
    @Override
    public int recalibrationBatches(Settings settings) {
        int batches = settings.integer("recalibration-batches");
        return batches == 0 ? KeptWeights.USUAL_BATCHES : batches;
    }
}
