package org.nasworkbench.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;

class BatchTests {
    private static final int HEIGHT = 4;
    private static final int WIDTH = 6;
    private static final int PIXELS = HEIGHT * WIDTH;
    private static final int CLASSES = 7;
    private static final int VOID_AT = 9;
    private static final float[] CLASS_WEIGHTS = {0.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f};

    @Test
    void valuesGoFromMinusOneToOneInPlanes() {
        SegmentationSet set = new SegmentationSet(
                1,
                2,
                List.of("a", "b"),
                new byte[][] {{0, (byte) 255, 51, 102, (byte) 153, (byte) 204}, {0, 0, 0, 0, 0, 0}},
                new byte[][] {{1, (byte) SegmentationTask.VOID}, {0, 1}});
        Batch batch = Batch.plain(set, List.of(1, 0), new float[] {3, 4});
        assertArrayEquals(new float[] {-1, -1, -1, -1, -1, -1, -1, 1, -0.6f, -0.2f, 0.2f, 0.6f}, batch.images(), 1e-6f);
        assertArrayEquals(new long[] {0, 1, 1, 0}, batch.labels());
        assertArrayEquals(new float[] {3, 4, 4, 0}, batch.weights());
    }

    @Test
    void aPlainBatchIsTheImagesAsTheyAre() {
        Batch batch = Batch.plain(traceable(), List.of(0), CLASS_WEIGHTS);
        assertEquals(new Placement(false, 0, 0), placement(batch, 0));
    }

    @Test
    void imageLabelsAndWeightsAreMirroredAndShiftedTogetherAndTheBorderIsVoid() {
        Set<Placement> seen = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            Batch batch = augmented(true, 0.4, seed);
            for (int n = 0; n < batch.size(); n++) {
                seen.add(placement(batch, n));
            }
        }
        assertEquals(2 * 3 * 5, seen.size(), "1 row and 2 columns either way, mirrored or not: " + seen);
    }

    @Test
    void nothingMovesThatTheProtocolDoesNotAllow() {
        for (int seed = 0; seed < 10; seed++) {
            Batch fixed = augmented(false, 0, seed);
            Batch mirrored = augmented(true, 0, seed);
            Batch shifted = augmented(false, 0.4, seed);
            for (int n = 0; n < fixed.size(); n++) {
                assertEquals(new Placement(false, 0, 0), placement(fixed, n));
                assertEquals(0, placement(mirrored, n).shiftX);
                assertFalse(placement(shifted, n).mirrored);
            }
        }
    }

    @Test
    void imagesOfOneBatchArePlacedIndependently() {
        Batch batch = augmented(true, 0.4, 3);
        assertTrue(IntStream.range(0, batch.size())
                        .mapToObj(n -> placement(batch, n))
                        .distinct()
                        .count()
                > 2);
    }

    @Test
    void sameSeedSameBatch() {
        assertArrayEquals(
                augmented(true, 0.4, 5).images(), augmented(true, 0.4, 5).images());
    }

    private record Placement(boolean mirrored, int shiftY, int shiftX) {}

    /** Finds the one placement by which all of an image, its labels and weights came about. */
    private static Placement placement(Batch batch, int n) {
        List<Placement> fitting = IntStream.range(0, 2 * (2 * HEIGHT + 1) * (2 * WIDTH + 1))
                .mapToObj(code -> new Placement(
                        code % 2 == 1, code / 2 % (2 * HEIGHT + 1) - HEIGHT, code / 2 / (2 * HEIGHT + 1) - WIDTH))
                .filter(candidate -> fits(batch, n, candidate))
                .toList();
        assertEquals(1, fitting.size(), "placements that explain image " + n + ": " + fitting);
        return fitting.get(0);
    }

    private static boolean fits(Batch batch, int n, Placement placement) {
        for (int at = 0; at < PIXELS; at++) {
            int y = at / WIDTH + placement.shiftY;
            int x = at % WIDTH + placement.shiftX;
            boolean inside = y >= 0 && y < HEIGHT && x >= 0 && x < WIDTH;
            int from = y * WIDTH + (placement.mirrored ? WIDTH - 1 - x : x);
            boolean labelled = inside && from != VOID_AT;
            int label = labelled ? from % CLASSES : 0;
            if (batch.labels()[n * PIXELS + at] != label
                    || batch.weights()[n * PIXELS + at] != (labelled ? CLASS_WEIGHTS[label] : 0)) {
                return false;
            }
            for (int plane = 0; plane < 3; plane++) {
                float expected = inside ? value(plane, from) / 127.5f - 1 : 0;
                if (batch.images()[(n * 3 + plane) * PIXELS + at] != expected) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int value(int plane, int position) {
        return 80 * plane + 3 * position;
    }

    /** An image whose every value says where it stands. */
    private static SegmentationSet traceable() {
        byte[] image = new byte[3 * PIXELS];
        byte[] labels = new byte[PIXELS];
        for (int at = 0; at < PIXELS; at++) {
            for (int plane = 0; plane < 3; plane++) {
                image[plane * PIXELS + at] = (byte) value(plane, at);
            }
            labels[at] = (byte) (at == VOID_AT ? SegmentationTask.VOID : at % CLASSES);
        }
        return new SegmentationSet(HEIGHT, WIDTH, List.of("a"), new byte[][] {image}, new byte[][] {labels});
    }

    private static Batch augmented(boolean flip, double crop, long seed) {
        TrainingProtocol protocol =
                new TrainingProtocol(1, 8, Optimizer.SGD, 0.1, 0.9, 0, Schedule.CONSTANT, flip, crop, false);
        return Batch.augmented(
                traceable(), Collections.nCopies(8, 0), CLASS_WEIGHTS, protocol, new SplittableRandom(seed));
    }
}
