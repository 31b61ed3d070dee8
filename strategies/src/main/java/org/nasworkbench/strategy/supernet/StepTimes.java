package org.nasworkbench.strategy.supernet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.strategy.supernet.SupernetBenchmark.Step;

/** Times by name and round, and what steps of a supernet should take by those of their parts. */
final class StepTimes {
    static final String MEDIAN = "median network alone";
    static final String ONE_PATH = "one path, weights";
    static final String TWO_PATHS = "two paths, logits";
    static final String MIXED_WEIGHTS = "full mixture, weights";
    static final String MIXED_LOGITS = "full mixture, logits";
    static final String FAIR_PATHS = "fair paths, weights";
    static final String ITS_PATH = "its path alone";
    static final String ITS_FIRST = "first of two";
    static final String ITS_SECOND = "second of two";

    private final int rounds;
    private final Map<String, double[]> seconds = new LinkedHashMap<>();

    StepTimes(int rounds) {
        this.rounds = rounds;
    }

    /** Times each part once, after it was done once untimed; every second round goes backwards. */
    void round(int round, Map<String, Runnable> parts) {
        List<String> order = new ArrayList<>(parts.keySet());
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        for (String name : order) {
            parts.get(name).run();
            long start = System.nanoTime();
            parts.get(name).run();
            seconds.computeIfAbsent(name, key -> new double[rounds])[round] = (System.nanoTime() - start) / 1e9;
        }
    }

    /** The modes. Options were timed everywhere under their names, each time with stem and head. */
    List<Step> steps(List<BlockOption> options) {
        double[] sum = new double[rounds];
        double[] once = seconds.get(BlockOption.SKIP.name()).clone();
        double[] skip = seconds.get(BlockOption.SKIP.name());
        for (BlockOption option : options) {
            double[] own = seconds.get(option.name());
            for (int round = 0; round < rounds; round++) {
                sum[round] += own[round];
                once[round] += own[round] - skip[round];
            }
        }
        double[] two = seconds.get(ITS_FIRST).clone();
        for (int round = 0; round < rounds; round++) {
            two[round] += seconds.get(ITS_SECOND)[round];
        }
        Map<String, double[]> mixture = new LinkedHashMap<>();
        mixture.put("its options alone, summed", sum);
        mixture.put("the same, stem and head once", once);
        return List.of(
                step(MEDIAN, Map.of()),
                step(ONE_PATH, Map.of(ITS_PATH, seconds.get(ITS_PATH))),
                step(TWO_PATHS, Map.of("its two paths alone, summed", two)),
                step(MIXED_WEIGHTS, mixture),
                step(MIXED_LOGITS, mixture),
                step(FAIR_PATHS, Map.of("its paths one by one, summed", sum)));
    }

    private Step step(String name, Map<String, double[]> theory) {
        Map<String, double[]> against = new LinkedHashMap<>();
        against.put(MEDIAN, seconds.get(MEDIAN));
        against.putAll(theory);
        return new Step(name, seconds.get(name), against);
    }
}
