package org.nasworkbench.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;

class WeightTrainingTests {
    private static final int EPOCHS = 10;
    private static final SegmentationSet SET = set(23);

    @Test
    void everyImageIsUsedExactlyOnceAnEpoch() {
        for (int epoch = 0; epoch < 3; epoch++) {
            List<List<Integer>> batches = training(1, false).order(SET, "weights", epoch);
            assertEquals(
                    List.of(4, 4, 4, 4, 4, 3), batches.stream().map(List::size).toList());
            assertEquals(
                    IntStream.range(0, 23).boxed().toList(),
                    batches.stream().flatMap(List::stream).sorted().toList());
        }
    }

    @Test
    void theOrderDiffersBetweenEpochsPurposesAndSeedsAndRepeatsWithAllThree() {
        Set<List<List<Integer>>> orders = new HashSet<>();
        for (long seed = 1; seed <= 2; seed++) {
            for (String purpose : List.of("weights", "search")) {
                for (int epoch = 0; epoch < 3; epoch++) {
                    orders.add(training(seed, false).order(SET, purpose, epoch));
                    orders.add(training(seed, false).order(SET, purpose, epoch));
                }
            }
        }
        assertEquals(2 * 2 * 3, orders.size());
    }

    @Test
    void augmentationDiffersBetweenStepsAndRepeatsAtTheSameStep() {
        WeightTraining training = training(1, false);
        List<Integer> indices = List.of(0, 1, 2, 3);
        float[] images = training.batch(SET, indices, "weights", 2, 1).images();
        assertArrayEquals(
                images, training(1, false).batch(SET, indices, "weights", 2, 1).images());
        assertTrue(IntStream.range(2, 6)
                .anyMatch(step -> !java.util.Arrays.equals(
                        images, training.batch(SET, indices, "weights", 2, step).images())));
    }

    @Test
    void theLearningRateBeginsAtItsFullHeightAndEndsNearZero() {
        for (Schedule schedule : new Schedule[] {Schedule.COSINE, Schedule.POLYNOMIAL}) {
            WeightTraining training = new WeightTraining(protocol(schedule, false), SET, 2, 1);
            assertEquals(0.1, training.learningRate(0, 0, 6));
            double before = Double.POSITIVE_INFINITY;
            for (int i = 0; i < EPOCHS * 6; i++) {
                double rate = training.learningRate(i / 6, i % 6, 6);
                assertTrue(rate > 0 && rate < before, schedule + " at step " + i);
                before = rate;
            }
            assertEquals(0.1 * schedule.factor(59 / 60.0), before, 1e-15);
            assertTrue(before < 0.1 * 0.03, schedule + " ends at " + before);
        }
        WeightTraining constant = new WeightTraining(protocol(Schedule.CONSTANT, false), SET, 2, 1);
        assertEquals(0.1, constant.learningRate(EPOCHS - 1, 5, 6));
    }

    @Test
    void classesAreWeighedByTheSetOnlyWhereTheProtocolBalances() {
        float[] plain =
                training(1, false).batch(SET, List.of(0), "weights", 0, 0).weights();
        float[] balanced =
                training(1, true).batch(SET, List.of(0), "weights", 0, 0).weights();
        assertArrayEquals(new float[] {1, 1, 1, 1}, plain);
        assertNotEquals(balanced[0], balanced[3], "1 pixel of 4 against 3 of 4");
        for (float weight : balanced) {
            assertTrue(weight == 2 || weight == 2 / 3f, "a weight of " + weight);
        }
    }

    private static WeightTraining training(long seed, boolean balanced) {
        return new WeightTraining(protocol(Schedule.COSINE, balanced), SET, 2, seed);
    }

    private static TrainingProtocol protocol(Schedule schedule, boolean balanced) {
        return new TrainingProtocol(EPOCHS, 4, Optimizer.SGD, 0.1, 0.9, 0, schedule, true, 0, balanced);
    }

    /** Images of 1x4 pixels, of which the first has class 0 and the others class 1. */
    private static SegmentationSet set(int size) {
        return new SegmentationSet(
                1,
                4,
                IntStream.range(0, size).mapToObj(i -> "image" + i).toList(),
                IntStream.range(0, size)
                        .mapToObj(i -> new byte[] {(byte) i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
                        .toArray(byte[][]::new),
                IntStream.range(0, size).mapToObj(i -> new byte[] {0, 1, 1, 1}).toArray(byte[][]::new));
    }
}
