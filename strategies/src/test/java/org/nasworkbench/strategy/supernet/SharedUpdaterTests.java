package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.WeightTraining;
import org.nasworkbench.network.Weights.Weight;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;

class SharedUpdaterTests {
    private static final ChainSpace SPACE = SupernetGround.SPACE;
    private static final int OPTIONS = SPACE.options().size();

    /** With momentum and weight decay, which would both move a weight whose gradient is zero. */
    @Test
    void whatDidNotRunStaysToTheBit() {
        try (NDManager manager = Devices.newManager()) {
            Supernet supernet = new Supernet(SPACE, manager, new SplittableRandom(1));
            SharedUpdater updater = new SharedUpdater(SupernetGround.PROTOCOL, supernet, OPTIONS, manager);
            step(supernet, updater, manager, List.of(network(1), network(2)));
            float[][][] before = values(supernet);
            step(supernet, updater, manager, List.of(network(2), network(3)));
            float[][][] after = values(supernet);
            for (int block = 0; block < SPACE.blocks(); block++) {
                for (int option = 0; option < OPTIONS; option++) {
                    String where = "block " + block + " option " + option;
                    if (option == 2 || option == 3) {
                        assertTrue(!Arrays.equals(before[block][option], after[block][option]), where);
                    } else {
                        assertArrayEquals(before[block][option], after[block][option], where);
                    }
                }
            }
        }
    }

    /** Gradients of two passes add up: the step is twice that of one pass where both are the same. */
    @Test
    void passesAddUpToOneStep() {
        double once = change(List.of(network(1)));
        double twice = change(List.of(network(1), network(1)));
        assertTrue(once > 0);
        assertEquals(2, twice / once, 1e-3);
    }

    /** How far the first option's weight of the first block moves in its first step, without weight decay. */
    private static double change(List<Architecture> passes) {
        try (NDManager manager = Devices.newManager()) {
            Supernet supernet = new Supernet(SPACE, manager, new SplittableRandom(1));
            SharedUpdater updater = new SharedUpdater(SupernetGround.PROTOCOL, supernet, OPTIONS, manager);
            Weight weight = supernet.fixed().stream()
                    .filter(each -> !each.decayed())
                    .findFirst()
                    .orElseThrow();
            float[] before = weight.array().toFloatArray();
            step(supernet, updater, manager, passes);
            float[] after = weight.array().toFloatArray();
            double sum = 0;
            for (int i = 0; i < before.length; i++) {
                sum += Math.abs(after[i] - before[i]);
            }
            return sum;
        }
    }

    /** What is written is all of it: after one more step it is other bytes. */
    @Test
    void itsStateIsWritten() throws IOException {
        try (NDManager manager = Devices.newManager()) {
            Supernet supernet = new Supernet(SPACE, manager, new SplittableRandom(1));
            SharedUpdater updater = new SharedUpdater(SupernetGround.PROTOCOL, supernet, OPTIONS, manager);
            byte[] first = state(updater);
            step(supernet, updater, manager, List.of(network(4)));
            assertEquals(first.length, state(updater).length);
            assertTrue(!Arrays.equals(first, state(updater)));
        }
    }

    private static void step(Supernet supernet, SharedUpdater updater, NDManager manager, List<Architecture> networks) {
        List<Paths> passes = networks.stream().map(Paths::one).toList();
        for (Paths paths : passes) {
            WeightTraining.backward(
                    manager, SupernetGround.batch(), images -> supernet.train(images, paths), loss -> loss);
        }
        updater.step(passes, 0.01);
    }

    /** The same option at every block. */
    private static Architecture network(int option) {
        return new Architecture(Collections.nCopies(SPACE.blocks(), option));
    }

    private static float[][][] values(Supernet supernet) {
        float[][][] values = new float[SPACE.blocks()][OPTIONS][];
        for (int block = 0; block < SPACE.blocks(); block++) {
            for (int option = 0; option < OPTIONS; option++) {
                List<Weight> trained = supernet.trained(block, option);
                values[block][option] = trained.isEmpty()
                        ? new float[0]
                        : trained.get(0).array().toFloatArray();
            }
        }
        return values;
    }

    private static byte[] state(SharedUpdater updater) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        updater.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
