package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.CorrelationTable;

class ProxyTasksTests {
    /** So many proxy tasks over 300 networks; one network has no score in the target task. */
    static ProxyTasks of(int tasks) {
        SplittableRandom random = new SplittableRandom(5);
        double[] target = random.doubles(300).map(score -> 90 + 5 * score).toArray();
        target[7] = Double.NaN;
        Map<String, double[]> columns = new HashMap<>(Map.of("target", target));
        for (int task = 0; task < tasks; task++) {
            double share = (task + 1.0) / tasks;
            columns.put(
                    "proxy_" + task,
                    Arrays.stream(target)
                            .map(score -> share * score + (1 - share) * 5 * random.nextDouble())
                            .toArray());
        }
        return new ProxyTasks(
                new CorrelationTable(
                        "Rank correlation with target",
                        "target",
                        IntStream.range(0, tasks)
                                .mapToObj(task -> new CorrelationTable.Row(
                                        "proxy_" + task,
                                        299,
                                        0.1 * task,
                                        0.1 * task - 0.05,
                                        0.1 * task + 0.05,
                                        0,
                                        0,
                                        0))
                                .toList()),
                columns);
    }

    @Test
    void eachProxyTaskHasAPanelWithItsCorrelationTheBestFirst() throws Exception {
        List<String> taus = Drawn.texts(of(5)).stream()
                .map(Drawn.Box::text)
                .filter(text -> text.startsWith("τ"))
                .toList();
        assertEquals(5, taus.size());
        assertEquals("τ 0.400 (0.350 to 0.450)", taus.get(0));
        assertTrue(of(5).caption().contains("n = 299 networks"), of(5).caption());
    }

    @Test
    void noTextCoversAnother() throws Exception {
        assertEquals(List.of(), Drawn.clashes(of(4)));
    }

    @Test
    void moreThanAPageHoldsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(ProxyTasks.MOST + 1));
    }
}
