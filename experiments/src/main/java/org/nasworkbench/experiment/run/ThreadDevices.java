package org.nasworkbench.experiment.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nasworkbench.experiment.worker.SessionClock;
import org.nasworkbench.results.LedgerEntry;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.work.CostCategory;

/** Threads of this process as the devices of a session: each of their seconds is on the ledger. */
final class ThreadDevices implements AutoCloseable {
    private final StudyStore store;
    private final SessionClock clock = new SessionClock();
    private final int session;
    private final List<Device> devices = new ArrayList<>();

    ThreadDevices(StudyStore store, int threads) {
        this.store = store;
        long beganNanos = System.nanoTime();
        session = store.beginSession(threads, clock.millis());
        for (int i = 0; i < threads; i++) {
            devices.add(new Device(i, beganNanos));
        }
    }

    /** A job for a device, which charges the time that it took. */
    interface Job<T> {
        void run(T item, Device device) throws InterruptedException;
    }

    /** One thread. */
    final class Device {
        private final int number;
        private int sequence;
        private long accountedNanos;

        private Device(int number, long beganNanos) {
            this.number = number;
            accountedNanos = beganNanos;
        }

        /** Charges the time since the last charge. */
        void charge(Optional<RunKey> run, CostCategory category, String note) {
            charge(System.nanoTime(), run, category, note);
        }

        private void charge(long now, Optional<RunKey> run, CostCategory category, String note) {
            store.charge(
                    new LedgerEntry(session, number, sequence++, run, category, (now - accountedNanos) / 1e9, note));
            accountedNanos = now;
        }
    }

    /** Does a job with each item, on whatever device is free. */
    <T> void share(Queue<T> items, Job<T> job) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(devices.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Device device : devices) {
                running.add(threads.submit(() -> {
                    for (T item = items.poll(); item != null; item = items.poll()) {
                        job.run(item, device);
                    }
                    return null;
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a search could not be done: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() {
        long endNanos = System.nanoTime();
        long endMillis = clock.millis();
        devices.forEach(device -> device.charge(endNanos, Optional.empty(), CostCategory.IDLE, ""));
        store.seen(session, endMillis, true);
    }
}
