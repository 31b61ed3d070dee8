package org.nasworkbench.strategy.supernet;

import java.util.Map;
import org.nasworkbench.strategy.StrategyProvider;

class FairNasTests extends SupernetContract {
    @Override
    StrategyProvider provider() {
        return new FairNasProvider();
    }

    @Override
    Map<String, Object> given() {
        return Map.of("epochs", 1, "population", 12, "parents", 3, "generations", 1, "recalibration-batches", 1);
    }

    @Override
    int works() {
        return 3;
    }
}
