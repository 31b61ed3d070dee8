package org.nasworkbench.experiment.worker;

import java.time.Duration;
import java.util.function.Consumer;

/** Does one piece of work after another. Used by one thread, but for {@link #close}, which ends what it is at. */
public interface Worker extends AutoCloseable {
    /**
     * Has a piece of work done.
     *
     * @param key names the piece of work among all of the study that are under way
     * @param patience longest time without a sign of life
     * @param signs gets {@link Message.Begun}, {@link Message.Progress} and {@link Message.Saved}, as far as they can be had
     * @return the last message: {@link Message.Done} or {@link Message.Failed}
     */
    Message perform(String key, Message.Request request, Duration patience, Consumer<Message> signs)
            throws InterruptedException;

    /** Whether it can take work. */
    boolean isAlive();

    @Override
    void close();
}
