package org.nasworkbench.strategy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.nasworkbench.work.Work;

/**
 * Makes a strategy known to studies. Providers are found by {@link java.util.ServiceLoader}; a strategy of one's own is one class
 * that implements this interface and is named in {@code META-INF/services/org.nasworkbench.strategy.StrategyProvider}.
 */
public interface StrategyProvider {
    /** The word after {@code type:} in a study, such as {@code regularized-evolution}. */
    String type();

    /** What can be set, with defaults. */
    List<Setting> settings();

    /**
     * Makes a strategy. Loads no native library: that waits for {@link SearchStrategy#search}.
     *
     * @throws IllegalArgumentException if settings contradict each other
     */
    SearchStrategy create(Settings settings);

    /** Why the strategy cannot run on this platform; empty where it can. May load libraries. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /** Whether a search trains weights of its own, which a table of other people's trainings cannot answer. */
    default boolean trainsWeights() {
        return false;
    }

    /**
     * What a search will do besides evaluating networks until the budget ends, for {@code nas check}.
     *
     * @param ground as the search will have it
     */
    default Plan plan(Ground ground, Settings settings) {
        return Plan.BUDGET;
    }

    /**
     * How a search of this strategy ranks networks without training each of them, for the study to check; empty where it trains all that
     * it compares.
     *
     * @param ground as the search has it
     * @param random the generators of the search's run by purpose, as its {@link Laboratory#random} gives them
     */
    default Optional<SharedRanking> ranking(
            Ground ground, Settings settings, Function<String, RandomGenerator> random) {
        return Optional.empty();
    }

    /**
     * A search's plan.
     *
     * @param trainings networks that it trains at most; empty: as many as the budget allows
     * @param heavyWork work of its own, one piece after another; what is done several times is there as often
     */
    record Plan(OptionalInt trainings, List<Work<?>> heavyWork) {
        /** Nothing but trainings, until the budget ends. */
        public static final Plan BUDGET = new Plan(OptionalInt.empty(), List.of());
    }
}
