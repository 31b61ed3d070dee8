package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.work.MemoryNeed;
import org.nasworkbench.work.SystemMemory;

/**
 * What training shared weights takes of memory, by steps through the largest paths that it can draw: a long training meets paths near
 * them, and memory once used stays with a process. Shares take part in the gradients where a method has logits.
 */
final class SupernetMemory {
    private static final double NEXT_TO_NOTHING = 1e-6;

    private SupernetMemory() {}

    static MemoryNeed measure(SharedWeightsTraining work, SegmentationSet set) {
        WeightTraining training = work.loop(set);
        int paths = work.recipe().sampling().paths(work.space().options().size());
        try (SupernetTrainer trainer = new SupernetTrainer(work)) {
            trainer.learn(training.first(set, 1), each(work.space()), NEXT_TO_NOTHING);
            Function<NDManager, Paths> largest = largest(work.space(), paths);
            return MemoryNeed.measure(
                    SystemMemory.here(),
                    paths,
                    set.size(),
                    Math.min(work.protocol().batch(), set.size()),
                    images -> trainer.learn(training.first(set, images), List.of(largest), NEXT_TO_NOTHING));
        }
    }

    /** Each option of each block once, so that all gradients and moments are there. */
    static List<Function<NDManager, Paths>> each(ChainSpace space) {
        List<Function<NDManager, Paths>> passes = new ArrayList<>();
        for (int option = 0; option < space.options().size(); option++) {
            int everywhere = option;
            Architecture network = new Architecture(IntStream.range(0, space.blocks())
                    .map(block -> everywhere)
                    .boxed()
                    .toList());
            passes.add(step -> Paths.one(network));
        }
        return passes;
    }

    private static Function<NDManager, Paths> largest(ChainSpace space, int paths) {
        if (paths == 1) {
            Architecture network = space.largest();
            return step -> Paths.one(network);
        }
        List<BlockPlace> places = space.places();
        int[][] options = places.stream()
                .map(place -> space.largestFirst(place).stream()
                        .limit(paths)
                        .mapToInt(number -> number)
                        .toArray())
                .toArray(int[][]::new);
        return step -> Paths.few(options, shares(step, paths, places.size()));
    }

    private static NDArray shares(NDManager step, int paths, int blocks) {
        NDArray shares = step.full(new Shape(paths, blocks), 1f / paths);
        shares.setRequiresGradient(true);
        return shares;
    }
}
