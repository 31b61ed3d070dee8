package org.nasworkbench.experiment.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.nasworkbench.evaluation.Outcome.Reason;
import org.nasworkbench.network.TrainingDivergedException;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Workplace;

/**
 * The main class of a worker process: reads requests from standard input, answers on standard output. Ends when standard input
 * does, even in the middle of work: a worker whose parent was killed must not go on, since the checkpoint that it writes is the
 * next worker's.
 */
public final class WorkerMain {
    private final ObjectOutputStream out;
    private final Map<SegmentationTask, SegmentationData> loaded = new HashMap<>();

    private WorkerMain(PrintStream answers) throws IOException {
        out = new ObjectOutputStream(new BufferedOutputStream(answers));
        out.flush();
    }

    /** Runs the worker. */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        WorkerMain worker = new WorkerMain(answers);
        BlockingQueue<Message.Request> requests = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(System.in, requests), "requests");
        reader.setDaemon(true);
        reader.start();
        worker.say(new Message.Progress(0, "ready"));
        while (true) {
            worker.answer(requests.take());
        }
    }

    private static void read(InputStream requests, BlockingQueue<Message.Request> queue) {
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(requests))) {
            while (true) {
                queue.add((Message.Request) in.readObject());
            }
        } catch (EOFException e) {
            vanish();
        } catch (IOException | ClassNotFoundException | RuntimeException | Error e) {
            System.err.println("a request could not be read: " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    /**
     * Ends the process at once, by the signal where there is one: halting runs the engine's exit handlers, which pull its memory
     * from under work that is still running in it.
     */
    private static void vanish() {
        String self = Long.toString(ProcessHandle.current().pid());
        try {
            new ProcessBuilder("kill", "-KILL", self).start().waitFor();
        } catch (IOException e) {
            // a platform without signals
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private void answer(Message.Request request) throws IOException {
        try {
            Serializable result = (Serializable) request.work().perform(place(request));
            requireSerialisable(result);
            say(new Message.Done(result));
        } catch (TrainingDivergedException e) {
            say(new Message.Failed(Reason.DIVERGED, e.getMessage()));
        } catch (Exception | Error e) {
            say(new Message.Failed(reason(e), e.toString()));
        }
    }

    private Workplace place(Message.Request request) {
        return new Workplace() {
            @Override
            public void progress(double fraction, String note) {
                tell(new Message.Progress(fraction, note));
            }

            @Override
            public void saved() {
                tell(new Message.Saved());
            }

            @Override
            public Optional<Path> checkpoint() {
                return Optional.ofNullable(request.checkpoint()).map(Path::of);
            }

            @Override
            public SegmentationData data(SegmentationTask task) {
                if (!loaded.containsKey(task)) {
                    loaded.clear();
                    loaded.put(task, task.load());
                }
                return loaded.get(task);
            }
        };
    }

    /** A result that cannot travel must not be found out in the middle of a message. */
    private static void requireSerialisable(Serializable result) throws IOException {
        try (ObjectOutputStream nowhere = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            nowhere.writeObject(result);
        }
    }

    private void tell(Message message) {
        try {
            say(message);
        } catch (IOException e) {
            throw new UncheckedIOException("the parent process has gone", e);
        }
    }

    private void say(Message message) throws IOException {
        out.writeObject(message);
        out.reset();
        out.flush();
    }

    /** Memory that runs out inside the native engine arrives as an ordinary exception with a telling message. */
    private static Reason reason(Throwable failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean memory = failure instanceof OutOfMemoryError
                || text.contains("not enough memory")
                || text.contains("out of memory")
                || text.contains("can't allocate memory");
        return memory ? Reason.OUT_OF_MEMORY : Reason.ERROR;
    }
}
