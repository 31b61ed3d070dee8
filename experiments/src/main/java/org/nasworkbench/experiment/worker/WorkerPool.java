package org.nasworkbench.experiment.worker;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.nasworkbench.results.StoreException;
import org.nasworkbench.results.StudyStore;

/**
 * A fixed number of worker slots that share one queue. Work starts in the order in which it was submitted. The pool opens a session
 * in the store and accounts for every second of every slot until it is closed.
 */
public final class WorkerPool implements AutoCloseable {
    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
    private final List<WorkerSlot> slots = new ArrayList<>();
    private final StudyStore store;
    private final Executor executor;
    private final SessionClock clock = new SessionClock();
    private final int session;
    private final Thread heart;
    private volatile boolean closed;

    /** Something submitted, and the promise of its report. */
    record Job<R extends Serializable>(Assignment<R> assignment, CompletableFuture<Report<R>> promise) {}

    /**
     * Opens the pool. Workers start when they are needed.
     *
     * @param executor has a slot for each of its devices; closed with the pool
     * @param patience longest time without a sign of life before a worker is taken for hung
     */
    public WorkerPool(StudyStore store, Executor executor, Duration patience) {
        this.store = store;
        this.executor = executor;
        session = store.beginSession(executor.devices(), clock.millis());
        for (int device = 0; device < executor.devices(); device++) {
            WorkerSlot slot = new WorkerSlot(store, clock, session, device, queue, executor, patience);
            slots.add(slot);
            slot.start();
        }
        heart = new Thread(this::beat, "session");
        heart.setDaemon(true);
        heart.start();
    }

    /** The number of slots. */
    public int devices() {
        return slots.size();
    }

    /** Puts work at the end of the queue. Once the pool is closed, and for what it had not begun by then, the promise is cancelled. */
    public <R extends Serializable> CompletableFuture<Report<R>> submit(Assignment<R> assignment) {
        Job<R> job = new Job<>(assignment, new CompletableFuture<>());
        queue.add(job);
        if (closed) {
            cancelQueued();
        }
        return job.promise();
    }

    /** What each slot does just now, for progress lines. */
    public List<String> activities() {
        return slots.stream().map(WorkerSlot::activity).toList();
    }

    /** Ends the workers, what they are at included, and settles the session's account. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        slots.forEach(WorkerSlot::end);
        slots.forEach(WorkerSlot::awaitEnd);
        cancelQueued();
        heart.interrupt();
        store.seen(session, clock.millis(), true);
        executor.close();
    }

    private void cancelQueued() {
        for (Job<?> job = queue.poll(); job != null; job = queue.poll()) {
            job.promise().cancel(false);
        }
    }

    private void beat() {
        try {
            while (!closed) {
                Thread.sleep(500);
                if (!closed) {
                    store.seen(session, clock.millis(), false);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            // the record takes nothing more: whoever has something to write to it says so
        }
    }
}
