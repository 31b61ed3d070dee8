package org.nasworkbench.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.evaluation.StandaloneTraining.Result;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;
import org.nasworkbench.work.Workplace;

class TrainedNetworkTests {
    private static final SegmentationTask TASK = new StreetScenes(32, 48, 24, 8, 8, 1);
    private static final ChainSpace SPACE =
            SearchSpaces.chain("squeezenas-small", 0.5, 1, TASK.classes().size(), new Shape(3, 32, 48));

    @Test
    void sameSeedSameBitsAndOtherSeedOtherBits() {
        Result first = train(1, protocol(2, 0.05, Optimizer.SGD));
        assertEquals(first.digest(), train(1, protocol(2, 0.05, Optimizer.SGD)).digest());
        assertNotEquals(
                first.digest(), train(2, protocol(2, 0.05, Optimizer.SGD)).digest());
    }

    @Test
    void trainingLowersTheLossWithEitherOptimizer() {
        for (Optimizer optimizer : Optimizer.values()) {
            Result result = train(1, protocol(16, optimizer == Optimizer.SGD ? 0.05 : 0.005, optimizer));
            double[] losses = result.losses();
            assertTrue(losses[15] < 0.8 * losses[0], optimizer + ": " + losses[0] + " -> " + losses[15]);
            assertTrue(result.confusion().pixelAccuracy() > 1.5 / TASK.classes().size());
        }
    }

    @Test
    void anAbsurdLearningRateDivergesAndSaysSo() {
        assertThrows(TrainingDivergedException.class, () -> train(1, protocol(30, 99, Optimizer.SGD)));
    }

    private static Result train(long seed, TrainingProtocol protocol) {
        return new StandaloneTraining(
                        SPACE,
                        SPACE.parse("k3_e1 | k3_e3 | k3_e1 | k3d2_e3 | skip"),
                        TASK,
                        protocol,
                        Purpose.SEARCH,
                        seed)
                .perform(Workplace.bare());
    }

    private static TrainingProtocol protocol(int epochs, double rate, Optimizer optimizer) {
        return new TrainingProtocol(epochs, 8, optimizer, rate, 0.9, 1e-4, Schedule.COSINE, true, 0.1, true);
    }
}
