package org.nasworkbench.experiment.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One piece of work from a file to a file, as a process of its own: what a scheduler starts, on whatever machine shares the folder. Until
 * the result is there, {@code RESULT.alive} says once a second that the process lives and what the work said last.
 */
public final class Evaluation {
    static final long BEAT_MILLIS = 1000;

    private final Path alive;
    private int beats;
    private int signs;
    private int saved;
    private Message.Progress last = new Message.Progress(0, "begun");

    private Evaluation(Path result) {
        alive = alive(result);
    }

    /** What the process that works on a request shows of itself. */
    record Sign(int beats, int signs, int saved, double fraction, String note) {}

    /**
     * Does the work.
     *
     * @return whether it has a result; if not, the result file says why
     * @throws IllegalArgumentException if the request cannot be read
     */
    public static boolean perform(Path request, Path result) throws IOException {
        Message.Request read = WorkFiles.readRequest(request);
        Evaluation evaluation = new Evaluation(result.toAbsolutePath());
        Thread beat = new Thread(evaluation::beat, "beat");
        beat.setDaemon(true);
        beat.start();
        long begun = System.nanoTime();
        Message answer = new Performer().perform(read, evaluation::heed);
        WorkFiles.writeResult(answer, (System.nanoTime() - begun) / 1e9, result);
        return answer instanceof Message.Done;
    }

    /** The sign of life beside a result that is not there yet; empty where there is none, or not just now. */
    static Optional<Sign> sign(Path result) {
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(alive(result)));
            return Optional.of(new Sign(
                    json.path("beats").asInt(),
                    json.path("signs").asInt(),
                    json.path("saved").asInt(),
                    json.path("fraction").asDouble(),
                    json.path("note").asText()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path alive(Path result) {
        return result.resolveSibling(result.getFileName() + ".alive");
    }

    private synchronized void heed(Message sign) {
        signs++;
        if (sign instanceof Message.Saved) {
            saved++;
            tell();
        } else if (sign instanceof Message.Progress progress) {
            last = progress;
        }
    }

    private void beat() {
        try {
            while (true) {
                tell();
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell() {
        try {
            WorkFiles.write(
                    new ObjectMapper().valueToTree(new Sign(++beats, signs, saved, last.fraction(), last.note())),
                    alive);
        } catch (IOException e) {
            // a sign of life that could not be given: the next one may, and the result is what counts
        }
    }
}
