package org.nasworkbench.strategy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import org.nasworkbench.strategy.random.RandomSearch;

/**
 * A sign test on an easy, additive landscape: over 20 seeds, how often a strategy's result is worth more than random search's at the
 * same budget. Ties count against the strategy.
 */
public final class BetterThanRandom {
    /** P(at least 16 wins of 20) where a win is as likely as not, 0.0059, is below this. */
    public static final double ALPHA = 0.01;

    private static final int SEEDS = 20;
    private static final int WINS = 16;

    private BetterThanRandom() {}

    /** Fails unless the strategy wins at level {@link #ALPHA} by the value of its best trial. */
    public static void assertBetter(SearchStrategy strategy, Ground ground, int budget) throws InterruptedException {
        assertBetter(strategy, ground, budget, SearchResult::searchScore);
    }

    /** Fails unless the strategy wins at level {@link #ALPHA} by what its result is worth. */
    public static void assertBetter(
            SearchStrategy strategy, Ground ground, int budget, ToDoubleFunction<SearchResult> worth)
            throws InterruptedException {
        int wins = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            double ours = worth.applyAsDouble(result(strategy, ground, seed, budget));
            double random = worth.applyAsDouble(result(new RandomSearch(8), ground, seed, budget));
            wins += ours > random ? 1 : 0;
        }
        assertTrue(wins >= WINS, "won " + wins + " of " + SEEDS + " against random search");
    }

    private static SearchResult result(SearchStrategy strategy, Ground ground, long seed, int budget)
            throws InterruptedException {
        return strategy.search(new TestLaboratory(ground, network -> ToyGround.score(ground, network), seed, budget));
    }
}
