package org.nasworkbench.strategy.supernet;

import java.util.Map;
import org.nasworkbench.strategy.StrategyProvider;

class FbnetSupernetTests extends SupernetContract {
    @Override
    StrategyProvider provider() {
        return new FbnetSupernetProvider();
    }

    @Override
    Map<String, Object> given() {
        return Map.of("epochs", 2, "warmup-epochs", 1, "logits-data", "same-batch");
    }

    @Override
    int works() {
        return 1;
    }
}
