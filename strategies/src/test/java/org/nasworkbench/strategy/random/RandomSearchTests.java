package org.nasworkbench.strategy.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.TestLaboratory;

class RandomSearchTests extends SearchStrategyContract {
    @Override
    protected SearchStrategy strategy() {
        return new RandomSearch(5);
    }

    @Test
    void theBatchDoesNotChangeWhatIsDrawn() throws InterruptedException {
        TestLaboratory one = laboratory(3);
        TestLaboratory other = laboratory(3);
        new RandomSearch(1).search(one);
        new RandomSearch(17).search(other);
        assertEquals(one.trials(), other.trials());
    }
}
