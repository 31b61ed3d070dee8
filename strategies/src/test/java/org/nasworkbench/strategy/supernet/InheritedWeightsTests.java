package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.evaluation.InitialWeights;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.evaluation.StandaloneTraining.Result;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.strategy.supernet.SupernetGround.Place;

class InheritedWeightsTests {
    private static final ChainSpace SPACE = SupernetGround.space("squeezenas-small", 2);
    private static final SharedWeightsTraining TRAINING = new SharedWeightsTraining(
            SPACE,
            SupernetGround.TASK,
            SupernetGround.PROTOCOL.withEpochs(2),
            new Recipe(Sampling.UNIFORM_PATH, 0, null),
            new double[SPACE.blocks()][SPACE.options().size()],
            5);

    private static final Architecture SKIPPING =
            SPACE.parse("skip k3_e1_g2 | k5_e3 skip | k3_e6 k3d2_e1 | skip k3_e3 | k3_e1 k5_e6");

    @TempDir
    static Path folder;

    @BeforeAll
    static void train() throws IOException {
        TRAINING.perform(place(SharedWeights.NAME));
    }

    @Test
    void theFirstPassIsThatOfTheSupernetsPathToTheBit() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (SupernetTrainer trainer = new SupernetTrainer(TRAINING)) {
            trainer.checkpoint().read(folder.resolve(SharedWeights.NAME + ".bin"));
            NDArray images = SupernetGround.batch().images(trainer.manager());
            for (Architecture network : List.of(SKIPPING, SPACE.sample(random), SPACE.sample(random))) {
                float[] path =
                        trainer.supernet().score(images, Paths.one(network)).toFloatArray();
                assertArrayEquals(path, firstPass(network, images), SPACE.print(network));
            }
        }
    }

    private static float[] firstPass(Architecture architecture, NDArray images) {
        Network network = SPACE.network(architecture);
        try (NDManager manager = Devices.newManager()) {
            Weights weights = new Weights(manager);
            weights.add("", network, new SplittableRandom(99));
            initial(architecture).into(weights, place("final-1"));
            return new ExecutableNetwork(network, "", weights)
                    .forward(false, images)
                    .toFloatArray();
        }
    }

    @Test
    void theSameTrainingTwiceGivesTheSameBitsAndFromScratchGivesOthers() {
        Result first = trained(initial(SKIPPING));
        assertEquals(first.digest(), trained(initial(SKIPPING)).digest());
        Result scratch = trained(new InitialWeights.Random());
        assertNotEquals(first.digest(), scratch.digest());
    }

    @Test
    void anotherNetworksWeightsAreRefused() {
        Architecture other = SPACE.parse("skip k3_e1_g2 | k5_e3 skip | k3_e6 k3d2_e1 | skip k3_e3 | k3_e1 skip");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> initial(other).into(weights(SKIPPING), place("final-1")))
                .getMessage();
        assertTrue(
                message.startsWith("weights must be overwritten by others of the same names, but [block9."), message);
    }

    @Test
    void weightsThatAreNotKeptAreNamed(@TempDir Path empty) {
        Place place = new Place(Optional.of(empty.resolve("final-1.bin")), Integer.MAX_VALUE);
        String message = assertThrows(
                        UncheckedIOException.class, () -> initial(SKIPPING).into(weights(SKIPPING), place))
                .getMessage();
        assertTrue(message.contains(empty.resolve("shared-weights.bin").toString()), message);
    }

    private static Weights weights(Architecture architecture) {
        Weights weights = new Weights(Devices.newManager());
        weights.add("", SPACE.network(architecture), new SplittableRandom(99));
        return weights;
    }

    private static InitialWeights initial(Architecture network) {
        return new KeptWeights(TRAINING, 1).weights(network);
    }

    private static Result trained(InitialWeights initial) {
        return new StandaloneTraining(
                        SPACE,
                        SKIPPING,
                        SupernetGround.TASK,
                        SupernetGround.PROTOCOL.withEpochs(1),
                        Purpose.FINAL,
                        initial,
                        3)
                .perform(place("final-1"));
    }

    private static Place place(String name) {
        return new Place(Optional.of(folder.resolve(name + ".bin")), Integer.MAX_VALUE);
    }
}
