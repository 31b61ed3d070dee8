package org.nasworkbench.latency.fitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.latency.fitted.LeaveOneDeviceOut.Draw;
import org.nasworkbench.latency.fitted.LeaveOneDeviceOut.Method;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellSpace;

class LeaveOneDeviceOutTests {
    private static final int NETWORKS = 400;

    /** Two settings of one chip that agree, and three devices of pure noise. */
    private static LeaveOneDeviceOut study() {
        SplittableRandom random = new SplittableRandom(1);
        List<Architecture> networks = IntStream.range(0, NETWORKS)
                .mapToObj(i -> CellSpace.nasBench201().sample(random))
                .toList();
        Map<String, double[]> measured = new LinkedHashMap<>();
        measured.put("chip_1", random.doubles(NETWORKS, 1, 2).toArray());
        measured.put("chip_32", measured.get("chip_1").clone());
        for (String device : List.of("a", "b", "c")) {
            measured.put(device, random.doubles(NETWORKS, 1, 2).toArray());
        }
        return new LeaveOneDeviceOut(measured, OtherDevices.recorded(networks, measured), measured.get("chip_1"), 200);
    }

    /** Noise tells nothing: over 200 networks the correlation's standard error is 0.07; the mean of 5 draws beyond 0.2 is 6 of them. */
    @Test
    void otherSettingsOfTheSameChipAreLeftOut() {
        List<Draw> draws = study().draws("chip_1", 20, 5, 1);
        for (Method method : List.of(Method.TRANSFER, Method.BEST_DEVICE)) {
            double mean = draws.stream()
                    .mapToDouble(draw -> draw.spearman().get(method))
                    .average()
                    .orElseThrow();
            assertTrue(Math.abs(mean) < 0.2, () -> method + " " + mean);
        }
        assertEquals(1, draws.get(0).spearman().get(Method.MACS), 1e-9, "the MACs of this test are the latency itself");
    }

    @Test
    void equalSeedsDrawAlikeAndOthersDoNot() {
        assertEquals(study().draws("a", 10, 2, 7), study().draws("a", 10, 2, 7));
        assertTrue(!study().draws("a", 10, 2, 7).equals(study().draws("a", 10, 2, 8)));
    }

    @Test
    void aChipIsTheDeviceWithoutItsBatch() {
        assertEquals("1080ti", Chip.of("1080ti_32").name());
        assertEquals("titan_rtx", Chip.of("titan_rtx_256").name());
        assertEquals("samsung_s7", Chip.of("samsung_s7").name());
        assertEquals("silver_4114", Chip.of("silver_4114").name());
    }

    @Test
    void moreNetworksThanThereAreAreRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> study().draws("a", 201, 1, 1))
                .getMessage();
        assertTrue(message.contains("at most 400"), message);
    }
}
