package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.StudyResults.Trace;

class LogitsHistoryTests {
    private static final int BLOCKS = 12;

    /** Of twelve blocks one more each epoch rather skips; logits learn from the second epoch on. */
    private static StudyResults study() {
        List<Trace> traces = new ArrayList<>();
        for (int epoch = 0; epoch < 8; epoch++) {
            for (int block = 0; block < BLOCKS; block++) {
                double skip = block < epoch ? 0.9 : 0.1;
                trace(traces, "skip-share-block" + block, epoch, skip);
                trace(traces, "probability-block" + block + "-skip", epoch, skip);
                trace(traces, "probability-block" + block + "-k3_e1", epoch, 1 - skip);
            }
            trace(traces, "collapsed", epoch, epoch >= 6 ? 1 : 0);
            if (epoch > 0) {
                trace(traces, "logits-gradient-norm", epoch, 0.5);
            }
        }
        traces.add(new Trace("reinforce", 1, "entropy", 0, 1));
        return new StudyResults(
                "study",
                Map.of(),
                1,
                new Projection(1, 70, 10, "nobody"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                traces,
                List.of());
    }

    private static void trace(List<Trace> traces, String series, int epoch, double value) {
        for (long seed = 1; seed <= 2; seed++) {
            traces.add(new Trace("squeezenas", seed, series, epoch, value));
        }
    }

    @Test
    void oneAStrategyIsTheFirstSeedAndOtherSearchesHaveNone() {
        assertEquals(2, LogitsHistory.of(study()).size());
        assertEquals(
                List.of(new RunKey("squeezenas", 1)),
                LogitsHistory.first(study()).stream().map(LogitsHistory::run).toList());
    }

    @Test
    void epochsAreCountedFromOneAndBlocksByNumber() {
        LogitsHistory history = LogitsHistory.first(study()).get(0);
        assertEquals(8, history.epochs());
        assertEquals(BLOCKS, history.blocks());
        assertEquals(OptionalInt.of(7), history.alarm());
        assertEquals(1, history.warmup());
        assertEquals(7, history.skipping());
        double[][] skips = history.byBlock(LogitsHistory.SKIP_SHARE);
        assertEquals(0.9, skips[2][3]);
        assertEquals(0.1, skips[10][7]);
    }

    @Test
    void skipIsTheLastOptionAndProbabilitiesAreInTheirOrder() {
        LogitsHistory history = LogitsHistory.first(study()).get(0);
        assertEquals(List.of("k3_e1", "skip"), history.options());
        double[][] probabilities = history.probabilities(0);
        assertArrayEquals(history.byBlock(LogitsHistory.SKIP_SHARE)[0], probabilities[1]);
        assertEquals(1, probabilities[0][5] + probabilities[1][5], 1e-12);
    }

    @Test
    void whatWasNotTracedIsNoNumber() {
        LogitsHistory history = LogitsHistory.first(study()).get(0);
        assertTrue(Double.isNaN(history.of(LogitsHistory.TEMPERATURE)[0]));
        assertTrue(Double.isNaN(history.of(LogitsHistory.GRADIENT_NORM)[0]));
        assertEquals(0.5, history.of(LogitsHistory.GRADIENT_NORM)[1]);
    }

    @Test
    void seriesOfBlocksAreToldFromOthers() {
        assertTrue(LogitsHistory.isOfBlock("probability-block3-k3_e6"));
        assertTrue(LogitsHistory.isOfBlock("entropy-block11"));
        assertFalse(LogitsHistory.isOfBlock("entropy"));
        assertFalse(LogitsHistory.isOfBlock("logits-gradient-norm"));
    }
}
