package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDManager;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.network.Updater;
import org.nasworkbench.work.TrainingProtocol;

/**
 * The protocol's update rule for a supernet, with moments and a count of steps for each option of each block: what did not run does not
 * change, not by momentum or weight decay either.
 */
final class SharedUpdater {
    private final Updater fixed;
    private final List<List<Updater>> options = new ArrayList<>();

    SharedUpdater(TrainingProtocol protocol, Supernet supernet, int optionsPerBlock, NDManager manager) {
        fixed = Updater.of(protocol, supernet.fixed(), manager);
        for (int block = 0; block < supernet.blocks(); block++) {
            List<Updater> row = new ArrayList<>();
            for (int option = 0; option < optionsPerBlock; option++) {
                row.add(Updater.of(protocol, supernet.trained(block, option), manager));
            }
            options.add(row);
        }
    }

    /** Changes what ran in any of the passes by its gradient, once. */
    void step(List<Paths> passes, double rate) {
        fixed.step(rate);
        for (int block = 0; block < options.size(); block++) {
            boolean[] ran = new boolean[options.get(block).size()];
            for (Paths paths : passes) {
                for (int option : paths.options(block)) {
                    ran[option] = true;
                }
            }
            for (int option = 0; option < ran.length; option++) {
                if (ran[option]) {
                    options.get(block).get(option).step(rate);
                }
            }
        }
    }

    void write(DataOutputStream out) throws IOException {
        fixed.write(out);
        for (List<Updater> row : options) {
            for (Updater updater : row) {
                updater.write(out);
            }
        }
    }

    void read(DataInputStream in) throws IOException {
        fixed.read(in);
        for (List<Updater> row : options) {
            for (Updater updater : row) {
                updater.read(in);
            }
        }
    }
}
