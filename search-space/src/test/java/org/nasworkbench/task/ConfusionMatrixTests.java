package org.nasworkbench.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTests {
    private static final byte VOID = (byte) SegmentationTask.VOID;

    /** Truth 0 0 0 1 1 1 void void, predicted 0 0 1 1 1 2 0 2: class 2 is absent, its one false alarm is a miss of class 1. */
    private static ConfusionMatrix example() {
        ConfusionMatrix matrix = new ConfusionMatrix(3);
        matrix.add(new byte[] {0, 0, 0, 1, 1, 1, VOID, VOID}, new byte[] {0, 0, 1, 1, 1, 2, 0, 2});
        return matrix;
    }

    @Test
    void knownAnswersWithVoidAndAnAbsentClass() {
        ConfusionMatrix matrix = example();
        assertArrayEquals(new double[] {2 / 3.0, 2 / 4.0, Double.NaN}, matrix.iouPerClass(), 1e-12);
        assertEquals((2 / 3.0 + 2 / 4.0) / 2, matrix.meanIntersectionOverUnion(), 1e-12);
        assertEquals(4 / 6.0, matrix.pixelAccuracy(), 1e-12);
        assertEquals(List.of(2), matrix.absentClasses());
        assertEquals(1, matrix.count(1, 2));
    }

    @Test
    void mergingIsCountingTogether() {
        ConfusionMatrix merged = example();
        merged.merge(example());
        assertEquals(4, merged.count(0, 0));
        assertEquals(example().meanIntersectionOverUnion(), merged.meanIntersectionOverUnion(), 1e-12);
    }

    @Test
    void intsAndBytesAgree() {
        ConfusionMatrix matrix = new ConfusionMatrix(200);
        matrix.add(new byte[] {(byte) 199, 3}, new int[] {199, 199});
        assertEquals(1, matrix.count(199, 199));
        assertEquals(1, matrix.count(3, 199));
    }

    @Test
    void withoutALabelledPixelThereIsNoScore() {
        ConfusionMatrix matrix = new ConfusionMatrix(2);
        matrix.add(new byte[] {VOID}, new byte[] {1});
        assertThrows(IllegalStateException.class, matrix::meanIntersectionOverUnion);
        assertThrows(IllegalStateException.class, matrix::pixelAccuracy);
        assertEquals(List.of(0, 1), matrix.absentClasses());
    }

    @Test
    void wrongLabelsAndLengthsAreRefusedAndNothingIsCounted() {
        ConfusionMatrix matrix = new ConfusionMatrix(2);
        assertThrows(IllegalArgumentException.class, () -> matrix.add(new byte[] {0, 2}, new byte[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> matrix.add(new byte[] {0, 0}, new int[] {0, -1}));
        assertThrows(IllegalArgumentException.class, () -> matrix.add(new byte[] {0}, new byte[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> matrix.merge(new ConfusionMatrix(3)));
        assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(0));
        assertEquals(0, matrix.count(0, 0));
    }

    @Test
    void survivesSerialisation() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(example());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ConfusionMatrix copy = (ConfusionMatrix) in.readObject();
            assertTrue(copy.count(0, 0) == 2 && copy.classes() == 3);
        }
    }
}
