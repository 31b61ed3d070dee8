package org.nasworkbench.strategy.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.TestLaboratory;

class RandomSamplingTests extends SearchStrategyContract {
    @Override
    protected SearchStrategy strategy() {
        return new RandomSampling(8);
    }

    @Override
    protected boolean usesTheWholeBudget() {
        return false;
    }

    @Override
    protected boolean choosesTheBest() {
        return false;
    }

    @Test
    void theFirstThatTrainsIsChosenAndTheMeanIsClaimed() throws InterruptedException {
        TestLaboratory plain = laboratory(3);
        new RandomSampling(8).search(plain);
        Architecture first = ground().space().canonical(plain.trials().get(0).architecture());

        TestLaboratory lab = laboratory(3).failing(first::equals);
        SearchResult result = new RandomSampling(8).search(lab);

        assertEquals(8, lab.trials().size());
        assertEquals(Optional.of(lab.trials().get(1)), result.chosen());
        double sum = 0;
        for (Trial trial : lab.trials().subList(1, 8)) {
            sum += trial.value().orElseThrow();
        }
        assertEquals(sum / 7, result.searchScore(), 1e-12);
    }
}
