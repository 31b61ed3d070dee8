package org.nasworkbench.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmentationDataTests {
    private static SegmentationSet set(String prefix, int size, int label) {
        return new SegmentationSet(
                1,
                2,
                IntStream.range(0, size).mapToObj(i -> prefix + i).toList(),
                IntStream.range(0, size)
                        .mapToObj(i -> new byte[] {(byte) i, 0, 0, 0, 0, 0})
                        .toArray(byte[][]::new),
                IntStream.range(0, size)
                        .mapToObj(i -> new byte[] {(byte) label, (byte) 255})
                        .toArray(byte[][]::new));
    }

    @Test
    void theTrainingImagesAreDividedOnceAndForAll() {
        SegmentationData data = SegmentationData.of(set("a", 10, 0), set("b", 1, 0), set("c", 1, 0));
        assertEquals(8, data.part(Split.WEIGHTS).size());
        assertEquals(List.of("a0", "a4"), data.names(Split.SEARCH));
        assertEquals(
                set("a", 10, 0).names(),
                Stream.concat(data.names(Split.WEIGHTS).stream(), data.names(Split.SEARCH).stream())
                        .sorted()
                        .toList());
    }

    @Test
    void theShareOfTheWeightsCanBeChosenButLeavesNoPartEmpty() {
        SegmentationData data = SegmentationData.of(set("a", 10, 0), set("b", 1, 0), set("c", 1, 0), 0.5);
        assertEquals(5, data.search().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> SegmentationData.of(set("a", 10, 0), set("b", 1, 0), set("c", 1, 0), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> SegmentationData.of(set("a", 1, 0), set("b", 1, 0), set("c", 1, 0)));
    }

    @Test
    void anImageInTwoPartsIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SegmentationData.of(set("a", 5, 0), set("a", 1, 0), set("c", 1, 0)));
    }

    @Test
    void theFingerprintSeesEveryLabelButNotTheSealedTest() {
        SegmentationData data = SegmentationData.of(set("a", 5, 0), set("b", 1, 0), set("c", 1, 0));
        SegmentationData otherLabel = SegmentationData.of(set("a", 5, 0), set("b", 1, 1), set("c", 1, 0));
        SegmentationData otherTest = SegmentationData.of(set("a", 5, 0), set("b", 1, 0), set("c", 1, 1));
        assertNotEquals(data.fingerprint(), otherLabel.fingerprint());
        assertEquals(data.fingerprint(), otherTest.fingerprint());
        assertNotEquals(data.testFingerprint(), otherTest.testFingerprint());
    }

    @Test
    void setsCountLabelsWithoutVoidAndHandOutCopies() {
        SegmentationSet set = set("a", 3, 1);
        set.image(0)[0] = 77;
        set.labels(0)[0] = 0;
        assertEquals(0, set.image(0)[0]);
        assertArrayEquals(new long[] {0, 3}, set.labelCounts(2));
        assertThrows(IllegalArgumentException.class, () -> set.labelCounts(1));
    }

    @Test
    void arraysOfTheWrongLengthAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SegmentationSet(1, 2, List.of("a"), new byte[][] {new byte[5]}, new byte[][] {new byte[2]}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SegmentationSet(1, 2, List.of("a", "b"), new byte[1][6], new byte[1][2]));
    }
}
