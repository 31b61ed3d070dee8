package org.nasworkbench.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreetScenesTests {
    private static final StreetScenes SMALL = new StreetScenes(32, 48, 6, 2, 2, 1);

    @Test
    void sameSeedGivesTheSameBytesOnEveryMachine() {
        SegmentationData data = SMALL.load();
        assertEquals(data.fingerprint(), SMALL.load().fingerprint());
        assertEquals("7a5292ffbf63458953f915b33902eca9847cf6676325a86f24747a04ca170067", data.fingerprint());
        assertEquals("8ff5f31f5d153c30dafb4899e010eba8370c6a167f82235194f2fd7bace1ad8c", data.testFingerprint());
    }

    @Test
    void anotherSeedGivesOtherStreets() {
        SegmentationData data = new StreetScenes(32, 48, 6, 2, 2, 2).load();
        assertNotEquals(SMALL.load().fingerprint(), data.fingerprint());
        assertNotEquals(SMALL.load().testFingerprint(), data.testFingerprint());
    }

    @Test
    void splitsShareNoImage() {
        SegmentationData data = new StreetScenes(32, 48, 40, 40, 40, 3).load();
        long distinct = Arrays.stream(Split.values())
                .map(data::part)
                .flatMap(part -> IntStream.range(0, part.size()).mapToObj(i -> Arrays.hashCode(part.image(i))))
                .distinct()
                .count();
        assertEquals(120, distinct);
        assertEquals(32, data.part(Split.WEIGHTS).size());
        assertEquals(8, data.part(Split.SEARCH).size());
    }

    @Test
    void aLargerSetBeginsWithTheSmallerOne() {
        SegmentationSet two = SMALL.load().validation();
        SegmentationSet four = new StreetScenes(32, 48, 6, 4, 2, 1).load().validation();
        assertArrayEquals(two.image(1), four.image(1));
        assertArrayEquals(two.labels(1), four.labels(1));
    }

    @Test
    void everyClassAppearsInSharesLikeThoseOfRealStreets() {
        StreetScenes task = new StreetScenes(48, 64, 100, 1, 1, 5);
        long[] counts = task.load().weights().labelCounts(11);
        double all = Arrays.stream(counts).sum();
        double[] low = {0.10, 0.16, 0.005, 0.20, 0.03, 0.05, 0.004, 0.004, 0.03, 0.003, 0.002};
        double[] high = {0.25, 0.35, 0.025, 0.38, 0.12, 0.16, 0.02, 0.03, 0.14, 0.02, 0.015};
        for (int c = 0; c < counts.length; c++) {
            double share = counts[c] / all;
            assertTrue(share > low[c] && share < high[c], task.classes().get(c) + " has share " + share);
        }
    }

    @Test
    void everySizeShowsTheStreet() {
        for (int[] size : new int[][] {{32, 48}, {33, 49}, {48, 48}, {48, 96}}) {
            SegmentationData data = new StreetScenes(size[0], size[1], 3, 8, 1, 4).load();
            long[] counts = data.validation().labelCounts(11);
            long seen = Arrays.stream(counts).filter(count -> count > 0).count();
            assertTrue(seen >= 9, size[0] + "x" + size[1] + " shows " + Arrays.toString(counts));
        }
    }

    @Test
    void saysThatItIsSynthetic() {
        assertTrue(SMALL.description().contains("synthetic"));
        assertEquals("street-scenes", SMALL.name());
        assertEquals(11, SMALL.classes().size());
    }

    @Test
    void impossibleSizesAndCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StreetScenes(31, 48, 6, 2, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new StreetScenes(48, 100, 6, 2, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new StreetScenes(48, 64, 2, 2, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new StreetScenes(48, 64, 6, 0, 2, 1));
    }
}
