package org.nasworkbench.experiment.worker;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.nasworkbench.evaluation.Outcome.Reason;

/** A worker JVM as its parent sees it. */
public final class WorkerProcess implements Worker {
    /** glibc must keep freed memory, or each layer pays page faults; it can be told only before the process starts. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "MALLOC_TRIM_THRESHOLD_", "8589934592",
            "MALLOC_MMAP_THRESHOLD_", "8589934592",
            "MALLOC_TOP_PAD_", "268435456",
            "OMP_NUM_THREADS", "1");

    /** A JVM starts in a second; on a machine that is busy with other things it may take many. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final ObjectOutputStream requests;
    private final BlockingQueue<Message> answers = new LinkedBlockingQueue<>();
    private final StderrTail stderr;
    private volatile boolean closed;

    /**
     * How a worker JVM is started.
     *
     * @param before command line that the JVM's is put behind, such as {@code taskset -c 3}; mostly empty
     * @param classPath as of {@code java.class.path}
     * @param environment beside what the engine wants
     */
    public record Start(List<String> before, String classPath, Map<String, String> environment) {
        /** As this JVM was. */
        public static final Start LIKE_THIS = new Start(List.of(), System.getProperty("java.class.path"), Map.of());
    }

    /** Starts a worker and waits until it is ready. */
    public WorkerProcess(Start start) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(start));
        builder.environment().putAll(ENVIRONMENT);
        builder.environment().putAll(start.environment());
        process = builder.start();
        stderr = new StderrTail(process);
        requests = new ObjectOutputStream(process.getOutputStream());
        requests.flush();
        Thread reader = new Thread(this::readAnswers, "worker-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        boolean ready = false;
        try {
            Message first = answers.poll(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            ready = first instanceof Message.Progress;
            if (!ready) {
                String found = first instanceof Message.Failed failed ? failed.detail() : "no sign of life" + stderr;
                throw new IOException("a worker process did not start: " + found);
            }
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    @Override
    public Message perform(String key, Message.Request request, Duration patience, Consumer<Message> signs)
            throws InterruptedException {
        try {
            requests.writeObject(request);
            requests.reset();
            requests.flush();
        } catch (ObjectStreamException e) {
            close();
            return new Message.Failed(Reason.ERROR, "work must be serialisable, but is not: " + e);
        } catch (IOException e) {
            close();
            return new Message.Failed(Reason.WORKER_LOST, "the worker took no request: " + e.getMessage() + stderr);
        }
        while (true) {
            Message message = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                close();
                return new Message.Failed(
                        Reason.HUNG, "no sign of life for " + patience.toSeconds() + " s, so the worker was ended");
            }
            if (message instanceof Message.Done || message instanceof Message.Failed) {
                return message;
            }
            signs.accept(message);
        }
    }

    /** One that was told to end takes no work, even while it is still there. */
    @Override
    public boolean isAlive() {
        return !closed && process.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
    }

    private void readAnswers() {
        try (ObjectInputStream in = Incoming.open(process.getInputStream())) {
            while (true) {
                answers.add((Message) in.readObject());
            }
        } catch (IOException | ClassNotFoundException e) {
            String end = e instanceof EOFException
                    ? "the worker ended"
                    : "the worker's answer broke off: " + Incoming.reason(e);
            try {
                if (process.waitFor(10, TimeUnit.SECONDS)) {
                    end += " with exit code " + process.exitValue();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            close();
            answers.add(new Message.Failed(Reason.WORKER_LOST, end + stderr));
        }
    }

    private static List<String> command(Start start) {
        List<String> command = new ArrayList<>(start.before());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+DisplayVMOutputToStderr", // standard output is for answers
                "--enable-native-access=ALL-UNNAMED", // the engine's and the database's, which newer JDKs would warn of
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
        String memory = System.getenv("NAS_WORKER_MEMORY");
        if (memory != null) {
            command.add("-Xmx" + memory);
        }
        command.addAll(List.of("-cp", start.classPath(), WorkerMain.class.getName()));
        return command;
    }

    /** Reads a worker's standard error so that it never blocks, and keeps the last lines for messages. */
    private static final class StderrTail {
        private static final int KEPT = 20;

        private final List<String> lines = new ArrayList<>();

        StderrTail(Process process) {
            Thread reader = new Thread(() -> read(process), "worker-" + process.pid() + "-stderr");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(Process process) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (!line.contains("NNPACK") && !line.contains("AutoNonVariableTypeMode")) {
                        keep(line);
                    }
                }
            } catch (IOException e) {
                keep("(standard error ended: " + e.getMessage() + ")");
            }
        }

        private synchronized void keep(String line) {
            lines.add(line);
            if (lines.size() > KEPT) {
                lines.remove(0);
            }
        }

        @Override
        public synchronized String toString() {
            return lines.isEmpty() ? "" : "; its last words: " + String.join(" / ", lines);
        }
    }
}
