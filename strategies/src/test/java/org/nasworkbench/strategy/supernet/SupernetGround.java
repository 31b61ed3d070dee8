package org.nasworkbench.strategy.supernet;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;
import org.nasworkbench.work.Workplace;

/** A task, a space and a protocol so small that a supernet trains in a fraction of a second. */
final class SupernetGround {
    static final SegmentationTask TASK = new StreetScenes(32, 48, 24, 8, 8, 1);
    static final SegmentationData DATA = TASK.load();
    static final ChainSpace SPACE = space("squeezenas-small", 1);
    static final TrainingProtocol PROTOCOL =
            new TrainingProtocol(4, 12, Optimizer.SGD, 0.02, 0.9, 1e-4, Schedule.COSINE, true, 0.1, true);

    private SupernetGround() {}

    static ChainSpace space(String name, int blocksPerStage) {
        return SearchSpaces.squeezeNas(
                name, 0.25, blocksPerStage, TASK.classes().size(), new Shape(3, 32, 48));
    }

    /** Milliseconds [blocks][options] that grow with the option's number; skipping takes next to none. */
    static double[][] latencies(double factor) {
        double[][] millis = new double[SPACE.blocks()][SPACE.options().size()];
        for (double[] row : millis) {
            Arrays.setAll(row, o -> factor * (1 + 0.5 * o));
            row[SPACE.options().indexOf(BlockOption.SKIP)] = 0.1 * factor;
        }
        return millis;
    }

    /** Where work finds the data, may have a checkpoint, and is cut off once so many epochs are saved. */
    record Place(Optional<Path> checkpoint, int epochsUntilCutOff) implements Workplace {
        /** Thrown at the cut. */
        static final class CutOff extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        static Place bare() {
            return new Place(Optional.empty(), Integer.MAX_VALUE);
        }

        @Override
        public void progress(double fraction, String note) {
            if (note.startsWith("epoch " + epochsUntilCutOff + "/")) {
                throw new CutOff();
            }
        }

        @Override
        public void saved() {}

        @Override
        public SegmentationData data(SegmentationTask task) {
            return DATA;
        }
    }
}
