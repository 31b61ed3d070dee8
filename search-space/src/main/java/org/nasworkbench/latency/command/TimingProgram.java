package org.nasworkbench.latency.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.nasworkbench.latency.InitialModel;
import org.nasworkbench.space.Network;

/**
 * The user's program, which is given a network as an ONNX file and prints what it took.
 *
 * @param threads told to the program
 * @param patience after which a call is ended with all that it started
 * @param retries further calls where one fails
 */
record TimingProgram(CommandWords command, int threads, Duration patience, int retries) {
    /**
     * The timings that one call prints.
     *
     * @throws IllegalArgumentException if there is no such program
     * @throws IllegalStateException if every call failed
     */
    List<Double> time(Network network) {
        try {
            Path folder = Files.createTempDirectory("nas-command");
            try {
                byte[] model = InitialModel.of(network, new SplittableRandom(1));
                Path onnx = Files.write(folder.resolve("network.onnx"), model);
                return time(new ProgramCall(command.with(onnx, threads), folder));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a command needs a folder for its files, but there was " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a network was timed by " + command, e);
        }
    }

    private List<Double> time(ProgramCall call) throws IOException, InterruptedException {
        for (int left = retries; true; left--) {
            try {
                call.run(patience);
                return PrintedTimings.parse(call.printed());
            } catch (FailedCallException e) {
                if (left == 0) {
                    throw new IllegalStateException(
                            e.getMessage() + " (" + command + ", call " + (retries + 1) + " of " + (retries + 1) + ")\n"
                                    + call.lastWords(),
                            e);
                }
            }
        }
    }

    /** Programs leave files beside the network. */
    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
