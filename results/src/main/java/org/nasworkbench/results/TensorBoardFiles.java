package org.nasworkbench.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.CRC32C;

/**
 * Runs as event files for TensorBoard: score, objective, best objective and latency by trial, and what searches traced by step. What
 * TensorBoard calls wall time is the device time that the run had spent, or the simulated time, so that its axis "relative" is the cost.
 *
 * <p>A file is a row of records (length, its checksum, an {@code Event} of TensorFlow's {@code event.proto}, its checksum); checksums are
 * CRC-32C, masked.
 */
public final class TensorBoardFiles {
    private static final int MASK = 0xa282ead8;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private TensorBoardFiles() {
        Message version = new Message();
        version.fixed64(1, 0);
        version.bytes(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
        record(version);
    }

    /** Writes {@code STRATEGY-SEED/events.out.tfevents.0.nas} below a folder for each run; returns the files. */
    public static List<Path> write(StudyResults results, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (StudyResults.Run run : results.runs()) {
            TensorBoardFiles events = new TensorBoardFiles();
            events.trials(results, run.key());
            events.traces(results, run.key());
            Path file = folder.resolve(run.strategy().replaceAll("[^\\w.-]", "_") + "-" + run.seed())
                    .resolve("events.out.tfevents.0.nas");
            Files.createDirectories(file.getParent());
            Files.write(file, events.file.toByteArray());
            written.add(file);
        }
        return written;
    }

    private void trials(StudyResults results, RunKey run) {
        double best = Double.NEGATIVE_INFINITY;
        for (StudyResults.TrialRow trial : results.trialsByRun().getOrDefault(run, List.of())) {
            double spent = results.simulated() ? trial.simulatedEndSeconds() : trial.spentDeviceSeconds();
            scalar(spent, trial.number(), "score", trial.score());
            scalar(spent, trial.number(), "objective", trial.value());
            scalar(spent, trial.number(), "latency_ms", trial.latencyMillis());
            best = Math.max(best, trial.value().orElse(best));
            scalar(spent, trial.number(), "best_objective", OptionalDouble.of(best));
        }
    }

    private void traces(StudyResults results, RunKey run) {
        results.traces().stream()
                .filter(trace -> trace.strategy().equals(run.strategy()) && trace.seed() == run.seed())
                .forEach(
                        trace -> scalar(0, trace.step(), "search/" + trace.series(), OptionalDouble.of(trace.value())));
    }

    /** Where there is no finite number, nothing. */
    private void scalar(double wallTime, long step, String tag, OptionalDouble number) {
        if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
            return;
        }
        Message value = new Message();
        value.bytes(1, tag.getBytes(StandardCharsets.UTF_8));
        value.fixed32(2, (float) number.getAsDouble());
        Message summary = new Message();
        summary.bytes(1, value.toByteArray());
        Message event = new Message();
        event.fixed64(1, wallTime);
        event.number(2, step);
        event.bytes(5, summary.toByteArray());
        record(event);
    }

    private void record(Message event) {
        byte[] data = event.toByteArray();
        byte[] length = little(8).putLong(data.length).array();
        file.writeBytes(length);
        file.writeBytes(little(4).putInt(masked(length)).array());
        file.writeBytes(data);
        file.writeBytes(little(4).putInt(masked(data)).array());
    }

    static int masked(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A message in the wire format of Protocol Buffers. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private void tag(int field, int type) {
            varint((long) field << 3 | type);
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        void number(int field, long value) {
            tag(field, 0);
            varint(value);
        }

        void fixed64(int field, double value) {
            tag(field, FIXED64);
            bytes.writeBytes(little(8).putDouble(value).array());
        }

        void fixed32(int field, float value) {
            tag(field, FIXED32);
            bytes.writeBytes(little(4).putFloat(value).array());
        }

        void bytes(int field, byte[] value) {
            tag(field, BYTES);
            varint(value.length);
            bytes.writeBytes(value);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
