package org.nasworkbench.strategy.local;

import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.local.LocalSearch.Step;

class FirstStepTests extends SearchStrategyContract {
    @Override
    protected SearchStrategy strategy() {
        return new LocalSearch(Step.FIRST, 1);
    }
}
