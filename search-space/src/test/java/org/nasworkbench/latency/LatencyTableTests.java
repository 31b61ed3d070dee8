package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Workplace;

class LatencyTableTests {
    private static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.5, 2, 11, new Shape(3, 48, 64));

    private static LatencyTable table;

    @BeforeAll
    static void measure() throws Exception {
        FakePlatform platform = new FakePlatform();
        table = LatencyTables.build(SPACE, platform);
    }

    @Test
    void everyBlockOfTheSpaceHasAnEntryAndIdentitiesTakeNoTime() {
        assertEquals(LatencyKey.all(SPACE).size(), table.entries().size());
        new TableLatency(SPACE, table);
        assertTrue(table.entries().values().stream().anyMatch(timing -> timing.millis() == 0));
        assertEquals(20, table.check().networks());
    }

    @Test
    void whereBlocksAddUpTheLineIsFoundAndPredictsExactly() {
        double layers = SPACE.stem().layers().size() - 1 + SPACE.head().layers().size() - 2;
        long macs = SPACE.stem().macs() + SPACE.head().macs();
        assertEquals(1, table.line().slope(), 1e-4);
        assertEquals(FakePlatform.millis(layers, macs), table.line().baseMillis(), 1e-4);
        assertEquals(0, table.check().meanAbsoluteError(), 1e-4);
        assertEquals(1, table.check().spearman(), 0.01);
    }

    @Test
    void thisCpuRunsEveryBlock() throws Exception {
        LatencyProtocol quick = new LatencyProtocol(1, 1, 1, 1, 1000, 1);
        ChainSpace small = LatencyTables.SPACE;
        LatencyTable real =
                new LatencyBuild(small, PlatformChoice.of(DjlPlatform.NAME), quick).perform(Workplace.bare());
        assertEquals(LatencyKey.all(small), List.copyOf(real.entries().keySet()));
        real.entries()
                .forEach((key, timing) -> assertEquals(
                        key.block(small).layers().size() == 1,
                        timing.repeats() == 0,
                        key + ": only identities are not timed"));
    }

    @Test
    void aLineThatNoiseHidesFallsBackToTheSumAndItsBase() {
        LatencyLine noise = LatencyLine.fit(new double[] {1, 1.01, 1.02}, new double[] {5, 4, 3});
        assertEquals(1, noise.slope());
        assertTrue(noise.baseMillis() > 0);
        assertEquals(
                0,
                LatencyLine.fit(new double[] {2, 3, 4}, new double[] {1.4, 2.4, 3.4})
                        .baseMillis());
    }

    @Test
    void predictionsAreTheirTermsAndTheirBase() {
        TableLatency latency = new TableLatency(SPACE, table);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            Architecture architecture = SPACE.sample(random);
            double sum = latency.baseMillis();
            for (int b = 0; b < architecture.size(); b++) {
                sum += latency.terms()[b][architecture.choice(b)];
            }
            assertEquals(sum, latency.of(architecture).millis(), 1e-9);
            assertEquals(
                    sum, latency.of(SPACE.canonical(architecture)).millis(), 1e-9, "equal networks, equal latency");
        }
    }

    @Test
    void aMissingKeyIsAnErrorThatNamesIt() {
        ChainSpace other = SPACE.at(new Shape(3, 96, 64));
        String message = assertThrows(IllegalArgumentException.class, () -> new TableLatency(other, table))
                .getMessage();
        assertTrue(message.contains("8x48x32->8/s2 k3_e1"), message);
    }

    @Test
    void aLineIsRecoveredExactlyAndTheCheckKnowsItsErrors() {
        double[] sums = {1, 2, 3, 10};
        double[] wholes = Arrays.stream(sums).map(sum -> 4 + 1.5 * sum).toArray();
        LatencyLine line = LatencyLine.fit(sums, wholes);
        assertEquals(4, line.baseMillis(), 1e-9);
        assertEquals(1.5, line.slope(), 1e-9);
        LatencyCheck check = LatencyCheck.of(new double[] {1.2, 2, 3}, new double[] {1, 2, 4}, new int[] {1, 2, 3});
        assertEquals((0.2 + 0 + 0.25) / 3, check.meanAbsoluteError(), 1e-12);
        assertEquals(1.0 / 3, check.within10(), 1e-12);
        assertEquals(1.0 / 3, check.within5(), 1e-12);
        assertEquals(1, check.spearman(), 1e-12);
        assertEquals(1, check.kendall(), 1e-12);
        assertEquals((-0.25 - 0.2) / 2, check.depth(), 1e-12);
    }
}
