package org.nasworkbench.experiment.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.evaluation.Outcome.Reason;
import org.nasworkbench.evaluation.Work;
import org.nasworkbench.evaluation.Workplace;
import org.nasworkbench.network.TrainingDivergedException;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;

/** The main class of a worker process: reads requests from standard input until it ends, answers on standard output. */
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
        ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(System.in));
        worker.say(new Message.Progress(0, "ready"));
        try {
            while (true) {
                worker.answer((Message.Request) in.readObject());
            }
        } catch (EOFException e) {
            // the parent has gone or needs this worker no more
            System.exit(0);
        }
    }

    private void answer(Message.Request request) throws IOException {
        try {
            Work<?> work = request.work();
            say(new Message.Done((Serializable) work.perform(place(request))));
        } catch (TrainingDivergedException e) {
            say(new Message.Failed(Reason.DIVERGED, e.getMessage()));
        } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError e) {
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
