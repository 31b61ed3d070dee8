package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Epoch;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Result;
import org.nasworkbench.strategy.supernet.SupernetGround.Place;
import org.nasworkbench.strategy.supernet.SupernetGround.Place.CutOff;
import org.nasworkbench.work.CostCategory;

class SharedWeightsTrainingTests {
    private static final Recipe RECIPE = SupernetGround.recipe(1, 0.1, 0.2);
    private static final double NO_STEP = 1e-12;

    private static Result straight;

    @BeforeAll
    static void trainWithoutABreak() throws IOException {
        straight = train(4, RECIPE, 1, 7, Place.bare());
    }

    @Test
    void whatGoesOnFromACheckpointIsBitForBitWhatWouldHaveBeenWithoutTheBreak(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("supernet.bin");
        assertThrows(CutOff.class, () -> train(4, RECIPE, 1, 7, new Place(Optional.of(checkpoint), 2)));
        assertTrue(Files.exists(checkpoint));
        Files.write(folder.resolve("supernet.bin.part"), new byte[] {1, 2, 3}); // torn while epoch 3 was written
        assertSameBits(straight, train(4, RECIPE, 1, 7, new Place(Optional.of(checkpoint), Integer.MAX_VALUE)));
        assertFalse(Files.exists(folder.resolve("supernet.bin.part")));

        // A finished training is answered from its checkpoint: one more epoch would be cut off.
        assertSameBits(straight, train(4, RECIPE, 1, 7, new Place(Optional.of(checkpoint), 4)));
    }

    /** The weights too: a checkpoint is all that there is, to the bit. */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void everySamplingGoesOnBitForBit(Sampling sampling, @TempDir Path folder) throws IOException {
        Recipe recipe = new Recipe(sampling, 0, sampling.learnsLogits() ? SupernetGround.logits(0.1, 0.2) : null);
        Path whole = folder.resolve("whole.bin");
        Path cut = folder.resolve("cut.bin");
        train(2, recipe, 1, 7, new Place(Optional.of(whole), Integer.MAX_VALUE));
        assertThrows(CutOff.class, () -> train(2, recipe, 1, 7, new Place(Optional.of(cut), 1)));
        assertNotEquals(-1, Files.mismatch(whole, cut));
        train(2, recipe, 1, 7, new Place(Optional.of(cut), Integer.MAX_VALUE));
        assertEquals(-1, Files.mismatch(whole, cut));
    }

    @Test
    void aTornFirstCheckpointIsNoCheckpoint(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("supernet.bin.part"), new byte[] {0, 0, 0, 9});
        Place place = new Place(Optional.of(folder.resolve("supernet.bin")), Integer.MAX_VALUE);
        assertSameBits(train(1, RECIPE, 1, 7, Place.bare()), train(1, RECIPE, 1, 7, place));
    }

    @Test
    void aDamagedCheckpointIsToldAndTheTrainingBeginsAnewWithTheSameResult(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("supernet.bin");
        Result whole = train(2, RECIPE, 1, 7, new Place(Optional.of(checkpoint), Integer.MAX_VALUE));
        byte[] bytes = Files.readAllBytes(checkpoint);
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        for (byte[] damaged : List.of(
                new byte[0], new byte[9], Arrays.copyOf(bytes, bytes.length / 3), new byte[bytes.length], flipped)) {
            Files.write(checkpoint, damaged);
            Place place = new Place(Optional.of(checkpoint), Integer.MAX_VALUE);
            assertSameBits(whole, train(2, RECIPE, 1, 7, place));
            assertEquals(
                    List.of("the checkpoint " + checkpoint + " is damaged, so that the training begins anew"),
                    place.losses());
            assertArrayEquals(bytes, Files.readAllBytes(checkpoint));
        }
        Files.write(checkpoint, flipped);
        assertThrows(IOException.class, () -> new SharedScores(
                        SupernetGround.training(2, RECIPE, 1, 7), List.of(), 0, CostCategory.SEARCH_VALIDATION)
                .perform(new Place(Optional.of(folder.resolve("scores.bin")), 1)));
    }

    @Test
    void theEnginesOwnRandomnessIsNotUsed() throws IOException {
        Engine.getInstance().setRandomSeed((int) System.nanoTime());
        assertSameBits(straight, train(4, RECIPE, 1, 7, Place.bare()));
    }

    @Test
    void anotherSeedGivesOtherBits() throws IOException {
        Result other = train(2, RECIPE, 1, 8, Place.bare());
        assertNotEquals(straight.epochs().get(0).loss(), other.epochs().get(0).loss());
        assertFalse(Arrays.deepEquals(train(2, RECIPE, 1, 7, Place.bare()).logits(), other.logits()));
    }

    @Test
    void warmingUpLeavesTheLogitsAlone() {
        Epoch first = straight.epochs().get(0);
        assertTrue(Double.isNaN(first.searchLoss()));
        assertEquals(
                Math.log(SupernetGround.SPACE.options().size()), first.health().meanEntropy(), 1e-9);
        for (Epoch later : straight.epochs().subList(1, 4)) {
            assertTrue(later.searchLoss() > 0);
            assertTrue(later.health().meanEntropy() < first.health().meanEntropy());
        }
    }

    /** Logits that move by less than a float can tell: with or without their steps, the weights must be the same to the bit. */
    @Test
    void learningLogitsLeavesTheSharedWeightsAlone() throws IOException {
        List<Double> alone = losses(train(3, SupernetGround.recipe(3, NO_STEP, 0.2), 1, 7, Place.bare()));
        Result beside = train(3, SupernetGround.recipe(0, NO_STEP, 0.2), 1, 7, Place.bare());
        for (float[] row : beside.logits()) {
            for (float logit : row) {
                assertEquals(1, logit);
            }
        }
        assertEquals(alone, losses(beside));
    }

    @Test
    void aHeavyWeightOnLatencyMakesNetworksFasterEpochByEpoch() throws IOException {
        List<Epoch> epochs =
                train(5, SupernetGround.recipe(1, 0.3, 20), 1, 7, Place.bare()).epochs();
        for (int e = 1; e < epochs.size(); e++) {
            assertTrue(
                    epochs.get(e).health().millis() < epochs.get(e - 1).health().millis(), "latency at " + epochs);
            assertTrue(
                    epochs.get(e).health().meanSkipShare()
                            > epochs.get(e - 1).health().meanSkipShare(),
                    "skips at " + epochs);
        }
        assertTrue(
                epochs.get(4).health().millis() < 0.6 * epochs.get(0).health().millis(), "latency at " + epochs);
    }

    @Test
    void withoutAWeightOnLatencyItHasNoInfluence() throws IOException {
        Recipe recipe = SupernetGround.recipe(0, 0.1, 0);
        Result one = train(2, recipe, 1, 7, Place.bare());
        Result other = train(2, recipe, 1000, 7, Place.bare());
        assertArrayEquals(one.logits(), other.logits());
        assertEquals(losses(one), losses(other));
        assertNotEquals(
                one.epochs().get(1).health().millis(),
                other.epochs().get(1).health().millis());
    }

    /** 100 times as long, but for the noise of timing. */
    @Test
    void theEstimateIsATimeThatGrowsWithTheEpochs() {
        double few = SupernetGround.training(2, RECIPE, 1, 7).estimateSeconds(Place.bare());
        double many = SupernetGround.training(200, RECIPE, 1, 7).estimateSeconds(Place.bare());
        assertTrue(few > 0 && many < 3600, few + " s and " + many + " s");
        assertTrue(many > 10 * few, few + " s for 2 epochs, " + many + " s for 200");
    }

    private static Result train(int epochs, Recipe recipe, double slowness, long seed, Place place) throws IOException {
        return SupernetGround.training(epochs, recipe, slowness, seed).perform(place);
    }

    private static List<Double> losses(Result result) {
        return result.epochs().stream().map(Epoch::loss).toList();
    }

    private static void assertSameBits(Result expected, Result actual) {
        assertArrayEquals(expected.logits(), actual.logits());
        assertEquals(losses(expected), losses(actual));
        assertArrayEquals(healths(expected), healths(actual));
    }

    private static Object[] healths(Result result) {
        return result.epochs().stream()
                .flatMap(epoch -> Stream.of(
                        epoch.searchLoss(),
                        epoch.temperature(),
                        epoch.gradientNorm(),
                        epoch.health().probabilities(),
                        epoch.health().millis()))
                .toArray();
    }
}
