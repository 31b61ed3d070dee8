package org.nasworkbench.strategy.supernet;

import java.util.Map;
import org.nasworkbench.strategy.StrategyProvider;

class ProxylessNasTests extends SupernetContract {
    @Override
    StrategyProvider provider() {
        return new ProxylessNasProvider();
    }

    @Override
    Map<String, Object> given() {
        return Map.of("epochs", 2, "warmup-epochs", 0, "logits-every", 2);
    }

    @Override
    int works() {
        return 1;
    }
}
