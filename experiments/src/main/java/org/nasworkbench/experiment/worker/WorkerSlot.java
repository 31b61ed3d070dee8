package org.nasworkbench.experiment.worker;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Outcome.Reason;
import org.nasworkbench.experiment.worker.WorkerPool.Job;
import org.nasworkbench.results.LedgerEntry;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoreException;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.work.CostCategory;

/** One device: takes jobs from the queue, keeps a worker process, and charges each of its seconds to somebody. */
final class WorkerSlot {
    private static final int TRIES = 2;

    /** A terminal's Ctrl-C ends workers and parent at once: who loses a worker waits for word of its own end before judging. */
    private static final long JUDGE_AFTER_MILLIS = 500;

    private final StudyStore store;
    private final SessionClock clock;
    private final int session;
    private final int device;
    private final BlockingQueue<Job<?>> queue;
    private final Executor executor;
    private final Duration patience;
    private final Thread thread;
    private long accountedNanos = System.nanoTime();
    private int sequence;
    private volatile Worker worker;
    private volatile String activity = "waiting";

    WorkerSlot(
            StudyStore store,
            SessionClock clock,
            int session,
            int device,
            BlockingQueue<Job<?>> queue,
            Executor executor,
            Duration patience) {
        this.store = store;
        this.clock = clock;
        this.session = session;
        this.device = device;
        this.queue = queue;
        this.executor = executor;
        this.patience = patience;
        thread = new Thread(this::serve, "slot-" + device);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    String activity() {
        return activity;
    }

    /** Stops what runs. */
    void end() {
        thread.interrupt();
        endWorker();
    }

    /** Waits until the last second is charged. */
    void awaitEnd() {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endWorker();
    }

    private void endWorker() {
        Worker running = worker;
        if (running != null) {
            running.close();
        }
    }

    private void serve() {
        try {
            while (true) {
                serve(queue.take());
            }
        } catch (InterruptedException e) {
            chargeLast(() -> charge(Optional.empty(), CostCategory.IDLE, elapsed(), ""));
        }
    }

    /** Charges while the pool is being closed; where the record fails, who closes it is told when it ends the session. */
    private static void chargeLast(Runnable charge) {
        try {
            charge.run();
        } catch (StoreException e) {
            // told there
        }
    }

    private <R extends Serializable> void serve(Job<R> job) throws InterruptedException {
        try {
            charge(Optional.empty(), CostCategory.IDLE, elapsed(), "");
            job.promise().complete(perform(job.assignment()));
        } catch (InterruptedException e) {
            job.promise().cancel(false);
            throw e;
        } catch (IOException | RuntimeException e) {
            endWorker(); // who knows what it is at
            job.promise().completeExceptionally(e);
        } finally {
            activity = "waiting";
        }
    }

    /** Does the work; a worker that was lost gets a second try, since it need not have been the work's fault. */
    private <R extends Serializable> Report<R> perform(Assignment<R> assignment)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ensureWorker();
            int begun = ++sequence;
            store.begin(
                    session,
                    device,
                    begun,
                    assignment.run(),
                    clock.millis(),
                    assignment.work().title());
            activity = assignment.work().title();
            Message answer = answer(assignment, begun);
            double seconds = elapsed();
            if (answer instanceof Message.Failed failed && failed.reason() == Reason.WORKER_LOST && attempt < TRIES) {
                charge(begun, assignment.run(), CostCategory.FAILED, seconds, failed.detail());
                continue;
            }
            return record(assignment, begun, answer, seconds);
        }
    }

    /** Has the worker do it; where the slot is ended meanwhile, the time until then is charged as failed. */
    private Message answer(Assignment<?> assignment, int begun) throws InterruptedException {
        try {
            Message answer =
                    worker.perform(assignment.key(), assignment.request(), patience, sign -> heed(sign, assignment));
            if (answer instanceof Message.Failed failed) {
                if (failed.reason() == Reason.WORKER_LOST) {
                    Thread.sleep(JUDGE_AFTER_MILLIS);
                } else if (failed.reason() == Reason.OUT_OF_MEMORY) {
                    endWorker(); // the next work shall find all memory free
                }
            }
            return answer;
        } catch (InterruptedException e) {
            String note = "stopped: " + assignment.work().title();
            chargeLast(() -> charge(begun, assignment.run(), CostCategory.FAILED, elapsed(), note));
            throw e;
        }
    }

    /** Charges and records, both or none. */
    private <R extends Serializable> Report<R> record(
            Assignment<R> assignment, int begun, Message answer, double seconds) {
        Report<R> report = report(answer, seconds);
        try {
            store.atomically(() -> {
                if (report instanceof Report.Done<R> done) {
                    chargeDone(assignment, begun, done.result(), seconds);
                } else if (report instanceof Report.Failed<R> failed) {
                    charge(
                            begun,
                            assignment.run(),
                            CostCategory.FAILED,
                            seconds,
                            failed.outcome().detail());
                }
                assignment.recorder().record(report);
            });
            return report;
        } catch (RuntimeException e) {
            charge(begun, assignment.run(), CostCategory.FAILED, seconds, "could not be recorded: " + e.getMessage());
            throw e;
        }
    }

    private static <R extends Serializable> Report<R> report(Message answer, double seconds) {
        if (answer instanceof Message.Done done) {
            @SuppressWarnings("unchecked")
            R result = (R) done.result();
            return new Report.Done<>(result, seconds);
        }
        Message.Failed failed = (Message.Failed) answer;
        return new Report.Failed<>(new Outcome.Failed(failed.reason(), failed.detail()), seconds);
    }

    private void heed(Message sign, Assignment<?> assignment) {
        if (sign instanceof Message.Progress progress) {
            activity = assignment.work().title() + ": " + progress.note();
        } else if (sign instanceof Message.Begun) {
            charge(Optional.empty(), CostCategory.IDLE, elapsed(), "waited for a machine");
        } else if (sign instanceof Message.Saved) {
            charge(
                    assignment.run(),
                    assignment.work().category(),
                    elapsed(),
                    assignment.work().title());
        } else if (sign instanceof Message.Lost lost) {
            charge(assignment.run(), CostCategory.FAILED, elapsed(), lost.why());
        }
    }

    private void ensureWorker() throws IOException, InterruptedException {
        if (worker == null || !worker.isAlive()) {
            activity = "starting a worker";
            startWorker();
            charge(Optional.empty(), CostCategory.ENGINE, elapsed(), "worker start");
        }
    }

    /** Starts a worker; one that is lost on the way gets a second try, like one that is lost at work. */
    private void startWorker() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                worker = executor.start(device);
                return;
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                charge(Optional.empty(), CostCategory.FAILED, elapsed(), e.getMessage());
            }
        }
    }

    private <R extends Serializable> void chargeDone(Assignment<R> assignment, int begun, R result, double seconds) {
        double rest = seconds;
        for (Map.Entry<CostCategory, Double> part :
                assignment.work().split(result).entrySet()) {
            double share = Math.min(rest, part.getValue());
            charge(assignment.run(), part.getKey(), share, assignment.work().title());
            rest -= share;
        }
        charge(
                begun,
                assignment.run(),
                assignment.work().category(),
                rest,
                assignment.work().title());
    }

    private void charge(Optional<RunKey> run, CostCategory category, double seconds, String note) {
        charge(++sequence, run, category, seconds, note);
    }

    private void charge(int entry, Optional<RunKey> run, CostCategory category, double seconds, String note) {
        store.charge(new LedgerEntry(session, device, entry, run, category, seconds, note));
    }

    /** Seconds since the last call: what is not accounted for yet. */
    private double elapsed() {
        long now = System.nanoTime();
        double seconds = (now - accountedNanos) / 1e9;
        accountedNanos = now;
        return seconds;
    }
}
