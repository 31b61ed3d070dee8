package org.nasworkbench.strategy.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.ToyGround;

class ElitistEvolutionTests {
    private static final Ground GROUND = ToyGround.of(4, 5, 3, 4, 5, 4, 3, 5);
    private static final ElitistEvolution EVOLUTION = new ElitistEvolution(10, 3, 5, 0.1);

    private final List<List<Architecture>> generations = new ArrayList<>();

    @Test
    void everyNetworkIsScoredOnceAndTheBestComesFirst() throws InterruptedException {
        List<Architecture> ranked = search(EVOLUTION, any -> true, 1);
        List<Architecture> scored = generations.stream().flatMap(List::stream).toList();
        assertEquals(60, scored.size());
        assertEquals(60, new HashSet<>(scored).size());
        assertEquals(new HashSet<>(scored), new HashSet<>(ranked));
        for (int i = 1; i < ranked.size(); i++) {
            assertTrue(score(ranked.get(i - 1)) >= score(ranked.get(i)));
        }
    }

    @Test
    void sameSeedGivesTheSameGenerations() throws InterruptedException {
        assertEquals(search(EVOLUTION, any -> true, 1), search(EVOLUTION, any -> true, 1));
        assertEquals(generations.subList(0, 6), generations.subList(6, 12));
    }

    @Test
    void onlyAllowedNetworksAreScored() throws InterruptedException {
        Predicate<Architecture> allowed = network -> network.choice(1) == 2;
        search(EVOLUTION, allowed, 1);
        assertTrue(generations.stream().flatMap(List::stream).allMatch(allowed));
    }

    @Test
    void aConstraintThatNoNetworkKeepsIsAnErrorAfterABoundedNumberOfTries() {
        int[] asked = new int[1];
        Predicate<Architecture> none = network -> {
            asked[0]++;
            return false;
        };
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> search(EVOLUTION, none, 1));
        assertTrue(error.getMessage().contains("100 random draws"), error.getMessage());
        assertEquals(100, asked[0]);
    }

    /** Six networks; that 100 draws miss one of them has a probability below 0.000001. Then there is nothing left to score. */
    @Test
    void aSpaceThatIsUsedUpEndsTheSearch() throws InterruptedException {
        Ground small = ToyGround.of(2, 3);
        List<Architecture> ranked = new ElitistEvolution(10, 3, 50, 0.5)
                .search(
                        small.space(),
                        any -> true,
                        (generation, networks) -> {
                            generations.add(networks);
                            return new double[networks.size()];
                        },
                        new SplittableRandom(1));
        assertEquals(6, ranked.size());
        assertEquals(1, generations.size());
    }

    /**
     * At 60 scores each, by the best score, over 20 seeds. Where a win is as likely as not, at least 16 wins have a probability of 0.0059.
     */
    @Test
    void itBeatsRandomScoringOfAsManyNetworks() throws InterruptedException {
        ElitistEvolution random = new ElitistEvolution(60, 1, 0, 1);
        int wins = 0;
        for (int seed = 1; seed <= 20; seed++) {
            double evolved = score(search(EVOLUTION, any -> true, seed).get(0));
            double drawn = score(search(random, any -> true, 1000 + seed).get(0));
            wins += evolved > drawn ? 1 : 0;
        }
        assertTrue(wins >= 16, wins + " wins of 20");
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ElitistEvolution(1, 1, 0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new ElitistEvolution(2, 0, 0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new ElitistEvolution(2, 1, -1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new ElitistEvolution(2, 1, 0, 0));
    }

    private List<Architecture> search(ElitistEvolution evolution, Predicate<Architecture> allowed, long seed)
            throws InterruptedException {
        return evolution.search(
                GROUND.space(),
                allowed,
                (generation, networks) -> {
                    generations.add(List.copyOf(networks));
                    return networks.stream().mapToDouble(this::score).toArray();
                },
                new SplittableRandom(seed));
    }

    private double score(Architecture network) {
        return ToyGround.score(GROUND, network);
    }
}
