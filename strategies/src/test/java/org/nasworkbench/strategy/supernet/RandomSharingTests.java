package org.nasworkbench.strategy.supernet;

import java.util.Map;
import org.nasworkbench.strategy.StrategyProvider;

class RandomSharingTests extends SupernetContract {
    @Override
    StrategyProvider provider() {
        return new RandomSharingProvider();
    }

    @Override
    Map<String, Object> given() {
        return Map.of("epochs", 1, "candidates", 15, "recalibration-batches", 0);
    }

    @Override
    int works() {
        return 2;
    }
}
