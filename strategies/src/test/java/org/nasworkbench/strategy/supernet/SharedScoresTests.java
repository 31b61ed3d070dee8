package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.supernet.SupernetGround.Place;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.Split;
import org.nasworkbench.work.CostCategory;

class SharedScoresTests {
    private static final ChainSpace SPACE = SupernetGround.SPACE;
    private static final int CLASSES = SupernetGround.TASK.classes().size();
    private static final SharedWeightsTraining TRAINING =
            SupernetGround.training(2, new Recipe(Sampling.UNIFORM_PATH, 0, null), 1, 5);

    @TempDir
    static Path folder;

    private static List<Architecture> networks;

    @BeforeAll
    static void train() throws IOException {
        TRAINING.perform(place(SharedWeights.NAME));
        SplittableRandom random = new SplittableRandom(1);
        networks = List.of(SPACE.sample(random), SPACE.sample(random), SPACE.sample(random));
    }

    /** The network by itself with the shared weights, run over the same batches in training mode, then on the validation images. */
    @Test
    void recalibratedScoresAreThoseOfTheStandAloneNetwork() throws IOException {
        double[] scores = scores(networks, 3);
        SegmentationSet train = SupernetGround.DATA.part(Split.WEIGHTS);
        List<List<Integer>> order = TRAINING.loop(train).order(train, "recalibration", 0);
        for (int i = 0; i < scores.length; i++) {
            try (SupernetTrainer trainer = new SupernetTrainer(TRAINING)) {
                trainer.checkpoint().read(folder.resolve(SharedWeights.NAME + ".bin"));
                ExecutableNetwork alone =
                        SupernetTests.standAlone(SPACE, networks.get(i), trainer.supernet(), trainer.manager());
                for (int b = 0; b < 2; b++) {
                    try (NDManager step = trainer.manager().newSubManager()) {
                        alone.forward(
                                true,
                                b / (b + 1f),
                                Batch.plain(train, order.get(b), new float[CLASSES])
                                        .images(step));
                    }
                }
                double expected = WeightTraining.score(
                                trainer.manager(),
                                SupernetGround.DATA.part(Split.VALIDATION),
                                CLASSES,
                                TRAINING.protocol().batch(),
                                images -> alone.forward(false, images))
                        .meanIntersectionOverUnion();
                assertEquals(expected, scores[i], "network " + i);
            }
        }
    }

    @Test
    void aScoreDependsOnTheNetworkAlone() throws IOException {
        for (int batches : new int[] {0, 2}) {
            double[] together = scores(networks, batches);
            for (int i = 0; i < together.length; i++) {
                assertArrayEquals(new double[] {together[i]}, scores(List.of(networks.get(i)), batches));
            }
        }
    }

    @Test
    void statisticsOfItsOwnChangeAScore() throws IOException {
        assertNotEquals(scores(networks, 0)[0], scores(networks, 3)[0]);
    }

    @Test
    void withoutSharedWeightsThereAreNoScores() {
        SharedScores scoring = new SharedScores(TRAINING, networks, 1, CostCategory.FIDELITY);
        assertThrows(IllegalStateException.class, () -> scoring.perform(Place.bare()));
        assertEquals(CostCategory.FIDELITY, scoring.category());
    }

    private static double[] scores(List<Architecture> networks, int batches) throws IOException {
        return new SharedScores(TRAINING, networks, batches, CostCategory.SEARCH_VALIDATION)
                .perform(place("scores"))
                .scores();
    }

    private static Place place(String name) {
        return new Place(Optional.of(folder.resolve(name + ".bin")), Integer.MAX_VALUE);
    }
}
