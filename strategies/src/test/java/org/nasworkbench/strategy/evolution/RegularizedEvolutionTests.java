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
    void everyChildDiffersInOneDecisionFromOneThatIsStillAlive() throws InterruptedException {
        TestLaboratory lab = laboratory(5);
        new RegularizedEvolution(6, 3, 1).search(lab);
        List<Trial> trials = lab.trials();
        for (int child = 6; child < trials.size(); child++) {
            Architecture architecture = trials.get(child).architecture();
            assertTrue(
                    trials.subList(child - 6, child).stream()
                            .anyMatch(parent -> differences(parent.architecture(), architecture) == 1),
                    "trial " + child + " has no parent among the six before it");
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

    private static long differences(Architecture one, Architecture other) {
        return IntStream.range(0, one.size())
                .filter(i -> one.choice(i) != other.choice(i))
                .count();
    }
}
