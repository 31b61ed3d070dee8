package org.nasworkbench.experiment.worker;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.nasworkbench.evaluation.Outcome.Reason;
import org.nasworkbench.network.TrainingDivergedException;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Workplace;

/** Does pieces of work in this process, one after another: what every executor comes down to. Keeps the images of the last task. */
public final class Performer {
    private final Map<SegmentationTask, SegmentationData> loaded = new HashMap<>();

    /**
     * Does a piece of work.
     *
     * @param signs gets each {@link Message.Progress}, {@link Message.Saved} and {@link Message.Lost} while it is done
     * @return {@link Message.Done} with a result that can travel, or {@link Message.Failed}: whatever the work throws is a message
     */
    public Message perform(Message.Request request, Consumer<Message> signs) {
        try {
            Serializable result = (Serializable) request.work().perform(place(request, signs));
            requireSerialisable(result);
            return new Message.Done(result);
        } catch (TrainingDivergedException e) {
            return new Message.Failed(Reason.DIVERGED, e.getMessage());
        } catch (Exception | Error e) {
            return new Message.Failed(reason(e), e.toString());
        }
    }

    private Workplace place(Message.Request request, Consumer<Message> signs) {
        return new Workplace() {
            @Override
            public void progress(double fraction, String note) {
                signs.accept(new Message.Progress(fraction, note));
            }

            @Override
            public void saved() {
                signs.accept(new Message.Saved());
            }

            @Override
            public void lost(String why) {
                signs.accept(new Message.Lost(why));
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
