package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.strategy.TestLaboratory;

class SqueezeNasTests extends SupernetContract {
    @Override
    StrategyProvider provider() {
        return new SqueezeNasProvider();
    }

    @Override
    Map<String, Object> given() {
        return Map.of("epochs", 2, "warmup-epochs", 1, "logits-learning-rate", 0.2);
    }

    @Override
    int works() {
        return 1;
    }

    @Test
    void tracesTheHealthOfEveryEpoch() throws InterruptedException {
        TestLaboratory lab = laboratory(3);
        strategy().search(lab);
        for (String series : List.of("supernet-loss", "entropy", "skip-share", "expected-latency-ratio")) {
            assertEquals(List.of(0, 1), steps(lab, series), series);
        }
        assertEquals(List.of(1), steps(lab, "supernet-search-loss"), "the first epoch only warms up");
    }

    @Test
    void tracesTheProbabilityOfEveryOption() throws InterruptedException {
        TestLaboratory lab = laboratory(3);
        strategy().search(lab);
        ChainSpace space = SharedWeights.space(lab.ground());
        for (int epoch = 0; epoch < 2; epoch++) {
            Map<String, Double> numbers = new HashMap<>();
            for (TestLaboratory.Trace trace : lab.traces()) {
                if (trace.step() == epoch) {
                    numbers.put(trace.series(), trace.value());
                }
            }
            for (int block = 0; block < space.blocks(); block++) {
                double sum = 0;
                double entropy = 0;
                for (BlockOption option : space.options()) {
                    double p = numbers.get("probability-block" + block + "-" + option.name());
                    sum += p;
                    entropy -= p * Math.log(p);
                }
                assertEquals(1, sum, 1e-9);
                assertEquals(numbers.get("entropy-block" + block), entropy, 1e-9);
                assertEquals(
                        numbers.get("skip-share-block" + block), numbers.get("probability-block" + block + "-skip"));
            }
        }
    }

    @Test
    void aSupernetThatOnlyWarmsUpIsRefused() {
        Settings settings = new Settings(provider().settings(), Map.of("epochs", 5, "warmup-epochs", 5));
        assertThrows(IllegalArgumentException.class, () -> provider().create(settings));
    }

    /** The ground's fixed part is half a millisecond, and its logarithm negative. */
    @Test
    void aLogarithmOfLessThanAMillisecondIsRefusedBeforeAnyTraining() {
        Settings settings = new Settings(provider().settings(), Map.of("latency-loss", "log"));
        TestLaboratory lab = laboratory(3);
        assertThrows(
                IllegalArgumentException.class,
                () -> provider().create(settings).search(lab));
        assertEquals(List.of(), lab.traces());
    }
}
