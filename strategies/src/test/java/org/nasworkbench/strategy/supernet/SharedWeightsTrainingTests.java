package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Epoch;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Recipe;
import org.nasworkbench.strategy.supernet.SharedWeightsTraining.Result;
import org.nasworkbench.strategy.supernet.SupernetGround.Place;
import org.nasworkbench.strategy.supernet.SupernetGround.Place.CutOff;

class SharedWeightsTrainingTests {
    private static final Recipe RECIPE = new Recipe(1, 0.1, 0.2, 5, 1);
    private static final double NO_STEP = 1e-12;

    private static Result straight;

    @BeforeAll
    static void trainWithoutABreak() throws IOException {
        straight = train(4, RECIPE, 1, 7, Place.bare());
    }

    @Test
    void whatGoesOnFromACheckpointIsBitForBitWhatWouldHaveBeenWithoutTheBreak(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("supernet");
        assertThrows(CutOff.class, () -> train(4, RECIPE, 1, 7, new Place(Optional.of(checkpoint), 2)));
        assertTrue(Files.exists(checkpoint));
        Files.write(folder.resolve("supernet.part"), new byte[] {1, 2, 3}); // torn while epoch 3 was written
        assertSameBits(straight, train(4, RECIPE, 1, 7, new Place(Optional.of(checkpoint), Integer.MAX_VALUE)));
        assertFalse(Files.exists(folder.resolve("supernet.part")));

        // A finished training is answered from its checkpoint: one more epoch would be cut off.
        assertSameBits(straight, train(4, RECIPE, 1, 7, new Place(Optional.of(checkpoint), 4)));
    }

    @Test
    void aTornFirstCheckpointIsNoCheckpoint(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("supernet.part"), new byte[] {0, 0, 0, 9});
        Place place = new Place(Optional.of(folder.resolve("supernet")), Integer.MAX_VALUE);
        assertSameBits(train(1, RECIPE, 1, 7, Place.bare()), train(1, RECIPE, 1, 7, place));
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
        assertEquals(Math.log(SupernetGround.SPACE.options().size()), first.entropy(), 1e-9);
        for (Epoch later : straight.epochs().subList(1, 4)) {
            assertTrue(later.searchLoss() > 0);
            assertTrue(later.entropy() < first.entropy());
        }
    }

    /** Logits that move by less than a float can tell: with or without their steps, the weights must be the same to the bit. */
    @Test
    void learningLogitsLeavesTheSharedWeightsAlone() throws IOException {
        List<Double> alone = losses(train(3, new Recipe(3, NO_STEP, 0.2, 5, 1), 1, 7, Place.bare()));
        Result beside = train(3, new Recipe(0, NO_STEP, 0.2, 5, 1), 1, 7, Place.bare());
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
                train(5, new Recipe(1, 0.3, 20, 5, 1), 1, 7, Place.bare()).epochs();
        for (int e = 1; e < epochs.size(); e++) {
            assertTrue(epochs.get(e).latencyRatio() < epochs.get(e - 1).latencyRatio(), "latency at " + epochs);
            assertTrue(epochs.get(e).skipShare() > epochs.get(e - 1).skipShare(), "skips at " + epochs);
        }
        assertTrue(epochs.get(4).latencyRatio() < 0.6 * epochs.get(0).latencyRatio(), "latency at " + epochs);
    }

    @Test
    void withoutAWeightOnLatencyItHasNoInfluence() throws IOException {
        Recipe recipe = new Recipe(0, 0.1, 0, 5, 1);
        Result one = train(2, recipe, 1, 7, Place.bare());
        Result other = train(2, recipe, 1000, 7, Place.bare());
        assertArrayEquals(one.logits(), other.logits());
        assertEquals(losses(one), losses(other));
        assertNotEquals(
                one.epochs().get(1).latencyRatio(), other.epochs().get(1).latencyRatio());
    }

    @Test
    void theTemperatureFallsInAStraightLineOverThreeQuartersOfTheEpochs() {
        assertEquals(5, RECIPE.temperature(0, 41));
        assertEquals(3, RECIPE.temperature(15, 41), 1e-12);
        assertEquals(1, RECIPE.temperature(30, 41));
        assertEquals(1, RECIPE.temperature(40, 41));
        for (int epoch = 1; epoch <= 30; epoch++) {
            assertEquals(
                    4 / 30.0, RECIPE.temperature(epoch - 1, 41) - RECIPE.temperature(epoch, 41), 1e-12, "at " + epoch);
        }
        assertEquals(5, RECIPE.temperature(0, 1), "the only epoch");
        assertEquals(1, RECIPE.temperature(1, 2), "the last of two");
    }

    /** 100 times as long, but for the noise of timing. */
    @Test
    void theEstimateIsATimeThatGrowsWithTheEpochs() {
        double few = work(2, RECIPE, 1, 7).estimateSeconds(Place.bare());
        double many = work(200, RECIPE, 1, 7).estimateSeconds(Place.bare());
        assertTrue(few > 0 && many < 3600, few + " s and " + many + " s");
        assertTrue(many > 10 * few, few + " s for 2 epochs, " + many + " s for 200");
    }

    private static Result train(int epochs, Recipe recipe, double slowness, long seed, Place place) throws IOException {
        return work(epochs, recipe, slowness, seed).perform(place);
    }

    private static SharedWeightsTraining work(int epochs, Recipe recipe, double slowness, long seed) {
        return new SharedWeightsTraining(
                SupernetGround.SPACE,
                SupernetGround.TASK,
                SupernetGround.PROTOCOL.withEpochs(epochs),
                recipe,
                SupernetGround.latencies(slowness),
                20,
                seed);
    }

    private static List<Double> losses(Result result) {
        return result.epochs().stream().map(Epoch::loss).toList();
    }

    private static void assertSameBits(Result expected, Result actual) {
        assertArrayEquals(expected.logits(), actual.logits());
        assertEquals(expected.epochs(), actual.epochs());
    }
}
