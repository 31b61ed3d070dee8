package org.nasworkbench.strategy.supernet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.work.Work;

/** What all supernet methods offer alike; a method is a name and its presets. */
abstract class SupernetProvider implements StrategyProvider {
    private final String type;
    private final Presets presets;

    /** The settings of a family of methods, with one method's presets. */
    interface Presets {
        List<Setting> settings();

        SupernetSearch create(Settings settings);

        /** Batches from which batch norms take their statistics before the ranking is checked. */
        int recalibrationBatches(Settings settings);
    }

    /** A search that trains shared weights. */
    interface SupernetSearch extends SearchStrategy {
        /** Networks trained at the end. */
        int samples();

        /** The training of the shared weights. */
        SharedWeightsTraining work(Ground ground, long seed);

        /** What follows it in the search, each about as long as what will really be done. */
        default List<Work<?>> after(SharedWeightsTraining training) {
            return List.of();
        }
    }

    SupernetProvider(String type, Presets presets) {
        this.type = type;
        this.presets = presets;
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final List<Setting> settings() {
        return presets.settings();
    }

    @Override
    public final SearchStrategy create(Settings settings) {
        return presets.create(settings);
    }

    @Override
    public final boolean trainsWeights() {
        return true;
    }

    @Override
    public final Plan plan(Ground ground, Settings settings) {
        SupernetSearch search = presets.create(settings);
        SharedWeightsTraining training = search.work(ground, 1);
        List<Work<?>> heavy = new ArrayList<>(List.of(training));
        heavy.addAll(search.after(training));
        return new Plan(OptionalInt.of(search.samples()), heavy);
    }

    @Override
    public final Optional<SharedRanking> ranking(
            Ground ground, Settings settings, Function<String, RandomGenerator> random) {
        SharedWeightsTraining training = presets.create(settings).work(ground, SharedWeights.seed(random));
        return Optional.of(new KeptWeights(training, presets.recalibrationBatches(settings)));
    }
}
