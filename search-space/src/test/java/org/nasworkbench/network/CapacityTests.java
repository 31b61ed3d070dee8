package org.nasworkbench.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.task.ConfusionMatrix;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;
import org.nasworkbench.work.Workplace;

/**
 * Street scenes are worth searching on: a network clearly beats the linear pixel classifier (whose best mIoU at 90x120, after
 * millions of steps, is below 0.30: see {@code LinearBaselineTests}), and networks of different capacity differ. Takes minutes.
 */
@Tag("slow")
class CapacityTests {
    private static final SegmentationTask TASK = new StreetScenes(96, 128, 1200, 100, 8, 1);

    private static final TrainingProtocol PROTOCOL =
            new TrainingProtocol(14, 8, Optimizer.ADAM, 0.005, 0.9, 1e-4, Schedule.COSINE, true, 0.1, false);

    @Test
    void aNetworkBeatsColourAndPositionAndCapacityMatters() {
        ConfusionMatrix large = train(0.5, "k5_e6 k3_e3 | k5_e6 k3_e3 | k5_e6 k3_e3 | k3d2_e6 k3_e3 | k3_e6 k3_e6");
        ConfusionMatrix small = train(0.125, "k3_e1 skip | k3_e1 skip | k3_e1 skip | k3_e1 skip | k3_e1 skip");
        print("large", large);
        print("small", small);
        assertTrue(large.meanIntersectionOverUnion() > 0.30, "a network must beat what the linear classifier reaches");
        assertTrue(
                large.meanIntersectionOverUnion() > small.meanIntersectionOverUnion() + 0.03,
                "more capacity must give a clearly better network");
    }

    private static ConfusionMatrix train(double width, String genotype) {
        ChainSpace space = SearchSpaces.chain(
                "squeezenas-small", width, 2, TASK.classes().size(), new Shape(3, TASK.height(), TASK.width()));
        return new StandaloneTraining(space, space.parse(genotype), TASK, PROTOCOL, Purpose.SEARCH, 1)
                .perform(Workplace.bare())
                .confusion();
    }

    private static void print(String name, ConfusionMatrix confusion) {
        System.out.printf(
                Locale.ROOT,
                "%s network: mIoU %.3f, pixel accuracy %.3f%n",
                name,
                confusion.meanIntersectionOverUnion(),
                confusion.pixelAccuracy());
    }
}
