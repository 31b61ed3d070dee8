package org.nasworkbench.strategy.supernet;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.nasworkbench.network.Weights;

/** All state of a supernet's training between two epochs: weights, moments, logits and what was seen so far. Randomness has none. */
record SupernetCheckpoint(
        Weights weights, SharedUpdater updater, Logits logits, List<SharedWeightsTraining.Epoch> epochs) {
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(epochs.size());
            for (SharedWeightsTraining.Epoch epoch : epochs) {
                out.writeDouble(epoch.loss());
                out.writeDouble(epoch.searchLoss());
                out.writeDouble(epoch.temperature());
                out.writeDouble(epoch.gradientNorm());
                write(epoch.health(), out);
            }
            weights.write(out);
            updater.write(out);
            logits.write(out);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                epochs.add(new SharedWeightsTraining.Epoch(
                        in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), health(in)));
            }
            weights.read(in);
            updater.read(in);
            logits.read(in);
        }
    }

    private static void write(Logits.Health health, DataOutputStream out) throws IOException {
        double[][] probabilities = health.probabilities();
        out.writeInt(probabilities.length);
        out.writeInt(probabilities[0].length);
        for (double[] block : probabilities) {
            for (double probability : block) {
                out.writeDouble(probability);
            }
        }
        out.writeInt(health.skip());
        out.writeDouble(health.millis());
    }

    private static Logits.Health health(DataInputStream in) throws IOException {
        double[][] probabilities = new double[in.readInt()][in.readInt()];
        for (double[] block : probabilities) {
            for (int option = 0; option < block.length; option++) {
                block[option] = in.readDouble();
            }
        }
        return new Logits.Health(probabilities, in.readInt(), in.readDouble());
    }
}
