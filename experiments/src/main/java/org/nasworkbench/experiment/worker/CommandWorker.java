package org.nasworkbench.experiment.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.Outcome.Reason;

/**
 * Has each piece of work done by a program that runs it elsewhere. A job that has outlived the study's process is waited for, not begun a
 * second time.
 */
final class CommandWorker implements Worker {
    private static final long POLL_MILLIS = 200;

    /** Files of another machine may be seen late. */
    private static final Duration LATE = Duration.ofSeconds(20);

    /** A machine whose beat is silent for so long is lost. */
    private static final Duration PULSELESS = Duration.ofSeconds(90);

    private final Path program;
    private final Path folder;
    private volatile Process running;
    private volatile boolean closed;

    CommandWorker(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    @Override
    public Message perform(String key, Message.Request request, Duration patience, Consumer<Message> signs)
            throws InterruptedException {
        Path place = folder.resolve(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
        try {
            Job job = new Job(place, patience, signs);
            if (!job.outlivedItsParent(request)) {
                clear(place);
                Files.createDirectories(place);
                WorkFiles.writeRequest(request, job.request);
                running = new ProcessBuilder(program.toString(), job.request.toString(), job.result.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(job.log.toFile())
                        .start();
            }
            Message answer = job.await();
            clear(place);
            return answer;
        } catch (IOException e) {
            return new Message.Failed(Reason.WORKER_LOST, "the work's files could not be written or read: " + e);
        } finally {
            end();
            running = null; // a job that is found under way next has no program of ours
        }
    }

    @Override
    public boolean isAlive() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        end();
    }

    /** By the signal that a script can answer by cancelling its job. */
    private void end() {
        Process process = running;
        if (process != null && process.isAlive()) {
            process.destroy();
        }
    }

    private static void clear(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** A piece of work that is under way. */
    private final class Job {
        private final Path request;
        private final Path result;
        private final Path log;
        private final Duration patience;
        private final Consumer<Message> signs;
        private Optional<Evaluation.Sign> last = Optional.empty();
        private long lastBeat = System.nanoTime();
        private long lastSign = System.nanoTime();
        private long endedAt;

        Job(Path place, Duration patience, Consumer<Message> signs) {
            request = place.resolve("request.json");
            result = place.resolve("result.json");
            log = place.resolve("log.txt");
            this.patience = patience;
            this.signs = signs;
        }

        /** Whether an earlier process of the study had this very work begun, and it has ended since or still shows its pulse. */
        boolean outlivedItsParent(Message.Request wanted) throws IOException, InterruptedException {
            if (!Files.exists(request) || !same(wanted)) {
                return false;
            }
            Optional<Evaluation.Sign> before = Evaluation.sign(result);
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10 * Evaluation.BEAT_MILLIS);
            while (before.isPresent() && System.nanoTime() < until) {
                if (Files.exists(result) || !Evaluation.sign(result).equals(before)) {
                    return true;
                }
                Thread.sleep(POLL_MILLIS);
            }
            return Files.exists(result);
        }

        private boolean same(Message.Request wanted) throws IOException {
            try {
                return WorkFiles.readRequest(request).equals(wanted);
            } catch (IllegalArgumentException e) {
                return false; // of another version
            }
        }

        Message await() throws IOException, InterruptedException {
            while (true) {
                if (Files.exists(result)) {
                    return WorkFiles.readResult(result);
                }
                Optional<Message> end = look();
                if (end.isPresent()) {
                    return end.get();
                }
                Thread.sleep(POLL_MILLIS);
            }
        }

        /** Passes signs of life on; what it makes of their absence. */
        private Optional<Message> look() throws IOException {
            long now = System.nanoTime();
            Optional<Evaluation.Sign> sign = Evaluation.sign(result);
            if (sign.isPresent() && !sign.equals(last)) {
                heed(sign.get(), now);
            }
            if (last.isPresent() && now - lastSign > patience.toNanos()) {
                return Optional.of(new Message.Failed(
                        Reason.HUNG, "no sign of life for " + patience.toSeconds() + " s, so the work was ended"));
            }
            if (last.isPresent() && now - lastBeat > PULSELESS.toNanos()) {
                return Optional.of(new Message.Failed(
                        Reason.WORKER_LOST,
                        "its machine showed no pulse for " + PULSELESS.toSeconds() + " s" + words()));
            }
            if (running != null && !running.isAlive()) {
                endedAt = endedAt == 0 ? now : endedAt;
                if (!Files.exists(result) && (running.exitValue() != 0 || now - endedAt > LATE.toNanos())) {
                    return Optional.of(new Message.Failed(
                            Reason.WORKER_LOST,
                            program.getFileName() + " ended with exit code " + running.exitValue()
                                    + " and there is no result" + words()));
                }
            }
            return Optional.empty();
        }

        private void heed(Evaluation.Sign sign, long now) {
            lastBeat = now;
            if (last.isEmpty()) {
                signs.accept(new Message.Begun());
            }
            if (last.isEmpty() || sign.signs() != last.get().signs()) {
                lastSign = now;
                signs.accept(new Message.Progress(sign.fraction(), sign.note()));
            }
            if (sign.saved() > last.map(Evaluation.Sign::saved).orElse(0)) {
                signs.accept(new Message.Saved());
            }
            last = Optional.of(sign);
        }

        private String words() throws IOException {
            if (!Files.exists(log)) {
                return "";
            }
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.contains("NNPACK"))
                    .toList();
            List<String> tail = lines.subList(Math.max(0, lines.size() - 10), lines.size());
            return tail.isEmpty() ? "" : "; its last words: " + String.join(" / ", tail);
        }
    }
}
