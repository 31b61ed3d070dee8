package org.nasworkbench.strategy.supernet;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.nasworkbench.network.Weights;
import org.nasworkbench.work.WholeFile;

/**
 * All state of a supernet's training between two epochs: weights, moments, logits and what was seen so far. Randomness has none. The file
 * ends with a checksum of what is before it: a machine that lost its power may leave a file of the right name with anything in it.
 */
record SupernetCheckpoint(
        Weights weights, SharedUpdater updater, Logits logits, List<SharedWeightsTraining.Epoch> epochs) {
    private static final int CHUNK = 1 << 16;

    void write(Path file) throws IOException {
        WholeFile.write(file, this::writeAll);
    }

    private void writeAll(Path part) throws IOException {
        CheckedOutputStream summed = new CheckedOutputStream(Files.newOutputStream(part), new CRC32());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(summed))) {
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
            out.flush();
            out.writeLong(summed.getChecksum().getValue());
        }
    }

    /** Whether a file is as it was written. */
    static boolean isWhole(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            CRC32 sum = new CRC32();
            byte[] chunk = new byte[CHUNK];
            for (long left = Files.size(file) - Long.BYTES; left > 0; ) {
                int length = (int) Math.min(left, CHUNK);
                in.readFully(chunk, 0, length);
                sum.update(chunk, 0, length);
                left -= length;
            }
            return in.readLong() == sum.getValue() && Files.size(file) > Long.BYTES;
        } catch (EOFException e) {
            return false;
        }
    }

    /** @throws IOException if the file is not as it was written, or of another supernet */
    void read(Path file) throws IOException {
        if (!isWhole(file)) {
            throw new IOException("a checkpoint must be as it was written, but " + file + " is damaged");
        }
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
