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
                write(epoch.health().entropy(), out);
                write(epoch.health().skipShare(), out);
                out.writeDouble(epoch.health().millis());
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
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        new Logits.Health(numbers(in), numbers(in), in.readDouble())));
            }
            weights.read(in);
            updater.read(in);
            logits.read(in);
        }
    }

    private static void write(double[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private static double[] numbers(DataInputStream in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }
}
