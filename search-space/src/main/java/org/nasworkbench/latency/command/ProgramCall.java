package org.nasworkbench.latency.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that is started, given no input and waited for. What it writes goes to files, so that nothing which it leaves running in the
 * background can keep us waiting.
 *
 * @param words program and arguments
 * @param folder where the files are
 */
record ProgramCall(List<String> words, Path folder) {
    private static final int SHOWN = 2000;

    /**
     * Runs the program once. Afterwards nothing is left of it or, where it ran past its time, of what it started.
     *
     * @throws IllegalArgumentException if there is no such program
     * @throws FailedCallException if it does not end within {@code patience}, or not with status 0
     */
    void run(Duration patience) throws IOException, InterruptedException, FailedCallException {
        Process process = start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FailedCallException("a command must end within " + patience.toSeconds()
                        + " s, but was still running and was ended");
            }
        } finally {
            end(process.toHandle());
        }
        if (process.exitValue() != 0) {
            throw new FailedCallException("a command must end with status 0, but ended with " + process.exitValue());
        }
    }

    /** The standard output. */
    String printed() throws IOException {
        return new String(Files.readAllBytes(output()), StandardCharsets.UTF_8);
    }

    /** The end of both outputs, as people want to see it after a failure. */
    String lastWords() throws IOException {
        return "printed: " + last(printed()) + "\nerror output: "
                + last(new String(Files.readAllBytes(errors()), StandardCharsets.UTF_8));
    }

    private Path output() {
        return folder.resolve("printed.txt");
    }

    private Path errors() {
        return folder.resolve("errors.txt");
    }

    private Process start() {
        try {
            return new ProcessBuilder(words)
                    .redirectOutput(output().toFile())
                    .redirectError(errors().toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "a command must begin with a program that can be started, but " + words.get(0) + " cannot: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Ends a process and all that it started, from the root on, so that none is left to start another. */
    private static void end(ProcessHandle process) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProgramCall::end);
    }

    private static String last(String text) {
        String whole = text.strip();
        if (whole.isEmpty()) {
            return "nothing";
        }
        return whole.length() <= SHOWN ? whole : "... " + whole.substring(whole.length() - SHOWN);
    }
}
