package org.nasworkbench.strategy.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.BetterThanRandom;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;

class RegularizedEvolutionTests extends SearchStrategyContract {
    @Override
    protected SearchStrategy strategy() {
        return new RegularizedEvolution(6, 3, 1);
    }

    @Test
    void theBestOfThePopulationHasTheChildAndTheOldestDiesFailedOrNot() throws InterruptedException {
        TestLaboratory lab =
                new TestLaboratory(ground(), this::score, 5, 200).failing(network -> network.hashCode() % 4 == 0);
        assertChildrenOfTheBestAlive(lab, 6, 1);
        assertTrue(lab.trials().stream().skip(6).anyMatch(trial -> trial.value().isEmpty()), "no failure to age");
    }

    @Test
    void aChildJoinsWhenItIsToldAndOthersAreUnderWay() throws InterruptedException {
        assertChildrenOfTheBestAlive(new TestLaboratory(ground(), this::score, 5, 60), 6, 3);
    }

    /** With a sample so large that it misses the best with a probability below 1e-15. */
    private static void assertChildrenOfTheBestAlive(TestLaboratory lab, int population, int offspring)
            throws InterruptedException {
        new RegularizedEvolution(population, 200, offspring).search(lab);
        List<Trial> trials = lab.trials();
        for (int i = population; i < trials.size(); i++) {
            int told = Math.max(population, i - offspring + 1);
            List<Trial> alive = trials.subList(told - population, told);
            Trial child = trials.get(i);
            double best = alive.stream()
                    .mapToDouble(RegularizedEvolutionTests::fitness)
                    .max()
                    .orElseThrow();
            assertTrue(
                    alive.stream()
                            .filter(parent -> fitness(parent) == best)
                            .anyMatch(parent -> differences(parent.architecture(), child.architecture()) == 1),
                    "trial " + i + " is no child of the best of those alive");
        }
    }

    @Test
    void aPopulationAboveTheBudgetIsARandomSearch() throws InterruptedException {
        TestLaboratory lab = laboratory(5);
        new RegularizedEvolution(1000, 3, 1).search(lab);
        assertEquals(budget(), lab.trials().size());
        Set<Architecture> distinct = new HashSet<>();
        lab.trials().forEach(trial -> distinct.add(trial.architecture()));
        assertTrue(distinct.size() > budget() / 2);
    }

    @Test
    void moreOffspringThanBudgetLeftIsClipped() throws InterruptedException {
        TestLaboratory lab = laboratory(5);
        new RegularizedEvolution(10, 3, 9).search(lab);
        assertEquals(budget(), lab.trials().size());
    }

    @Test
    void aSpaceOfOneArchitectureIsRefused() {
        TestLaboratory lab = new TestLaboratory(ToyGround.of(1, 1), network -> 0.5, 1, 3);
        assertThrows(IllegalArgumentException.class, () -> new RegularizedEvolution(6, 3, 1).search(lab));
    }

    @Test
    void asManyOffspringAsPopulationAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RegularizedEvolution(6, 3, 6));
    }

    /** Were they equally good, evolution would pass with a probability below {@link BetterThanRandom#ALPHA}. */
    @Test
    void findsBetterThanRandomSearch() throws InterruptedException {
        BetterThanRandom.assertBetter(new RegularizedEvolution(10, 4, 1), ToyGround.of(5, 5, 5, 5, 5, 5, 4, 3), 100);
    }

    private static double fitness(Trial trial) {
        return trial.value().orElse(Double.NEGATIVE_INFINITY);
    }

    private static long differences(Architecture one, Architecture other) {
        return IntStream.range(0, one.size())
                .filter(i -> one.choice(i) != other.choice(i))
                .count();
    }
}
