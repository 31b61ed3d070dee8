package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.network.Devices;
import org.nasworkbench.space.ChainSpace;

class SamplingTests {
    private static final ChainSpace SPACE = SupernetGround.SPACE;
    private static final int BLOCKS = SPACE.blocks();
    private static final int OPTIONS = SPACE.options().size();

    private final NDManager manager = Devices.newManager();
    private final Logits logits =
            new Logits(manager, SPACE, SupernetGround.latencies(1), new Logits.Rule(true, 0.1, 0, 0));

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fairPathsRunEachOptionOfEachBlockExactlyOnce(long seed) {
        int[][] runs = new int[BLOCKS][OPTIONS];
        List<Function<NDManager, Paths>> passes =
                Sampling.FAIR_PATHS.weightPasses(logits, 4, 1, new SplittableRandom(seed));
        assertEquals(OPTIONS, passes.size());
        for (Function<NDManager, Paths> pass : passes) {
            count(pass.apply(manager), runs);
        }
        for (int[] block : runs) {
            for (int times : block) {
                assertEquals(1, times);
            }
        }
    }

    /** 6,500 paths. Chi-squared with 12 degrees of freedom is above 39.1 with a probability below 0.0001, at any of 5 blocks below 0.0005. */
    @Test
    void uniformPathsTakeEachOptionEquallyOftenWhateverTheLogits() {
        SupernetGround.spread(logits, new SplittableRandom(1));
        double[] even = new double[OPTIONS];
        Arrays.fill(even, 1.0 / OPTIONS);
        assertDrawn(Sampling.UNIFORM_PATH, block -> even);
    }

    /** The same test against the logits' probabilities. */
    @Test
    void gatedWeightsTrainOnPathsDrawnByTheLogits() {
        SupernetGround.spread(logits, new SplittableRandom(1));
        float[][] values = logits.values();
        assertDrawn(Sampling.BINARY_GATES, block -> Logits.softmax(values[block]));
    }

    private interface Probabilities {
        double[] of(int block);
    }

    private void assertDrawn(Sampling sampling, Probabilities probabilities) {
        int draws = 6500;
        int[][] runs = new int[BLOCKS][OPTIONS];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < draws; i++) {
            List<Function<NDManager, Paths>> passes = sampling.weightPasses(logits, 4, 1, random);
            assertEquals(1, passes.size());
            count(passes.get(0).apply(manager), runs);
        }
        for (int block = 0; block < BLOCKS; block++) {
            double[] p = probabilities.of(block);
            double chiSquared = 0;
            for (int option = 0; option < OPTIONS; option++) {
                double expected = draws * p[option];
                chiSquared += (runs[block][option] - expected) * (runs[block][option] - expected) / expected;
            }
            assertTrue(chiSquared < 39.1, "chi-squared " + chiSquared + " at block " + block);
        }
    }

    private static void count(Paths paths, int[][] runs) {
        for (int block = 0; block < BLOCKS; block++) {
            assertEquals(1, paths.options(block).length);
            assertNull(paths.share(block, paths.options(block)[0]));
            runs[block][paths.options(block)[0]]++;
        }
    }
}
