package org.nasworkbench.experiment.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoreAddress;
import org.nasworkbench.results.StoreException;
import org.nasworkbench.results.StudyStore;

/** Runs a study, from where it stands to its end. */
public final class StudyRunner {
    private final Study study;
    private final RunFolder folder;
    private final StoreAddress address;
    private final ExecutorSpec workers;
    private final Duration patience;
    private final LatencyStock latencies;
    private final PrintStream out;

    /**
     * Prepares a run.
     *
     * @param address where the record is kept
     * @param workers who does the work, or how many threads where a table answers; changes the time it takes and nothing else
     * @param patience longest silence of a worker
     * @param out progress goes here
     */
    public StudyRunner(
            Study study,
            RunFolder folder,
            StoreAddress address,
            ExecutorSpec workers,
            Duration patience,
            LatencyStock latencies,
            PrintStream out) {
        this.study = study;
        this.folder = folder;
        this.address = address;
        this.workers = workers;
        this.patience = patience;
        this.latencies = latencies;
        this.out = out;
    }

    /** Prepares a run whose record is where the folder says. */
    public StudyRunner(
            Study study,
            RunFolder folder,
            ExecutorSpec workers,
            Duration patience,
            LatencyStock latencies,
            PrintStream out) {
        this(study, folder, folder.store(), workers, patience, latencies, out);
    }

    /**
     * Runs what is not done yet.
     *
     * @return runs that failed, with the reason; empty if all went well
     * @throws IllegalArgumentException if folder or record hold another study, or another process is at work on them
     * @throws StoreException if the record could not be read or written; what was finished is kept
     */
    public Map<RunKey, String> run() throws IOException, InterruptedException {
        return run(Optional.empty());
    }

    /**
     * Runs what is not done yet, beginning with the first trials of another run where it is forked from one.
     *
     * @param fork of which run and where; may be left out when such a run is taken up again
     * @return as {@link #run()}
     * @throws IllegalArgumentException as {@link #run()}, or if the study cannot be forked from that run
     */
    public Map<RunKey, String> run(Optional<Fork> fork) throws IOException, InterruptedException {
        Files.createDirectories(folder.root());
        Closeable lock = folder.lock();
        try (lock;
                StudyStore store = open();
                ProgressBoard board = new ProgressBoard(out)) {
            folder.keepAt(address, store.fact("spec").isPresent());
            requireSameStudy(store);
            Optional<Graft> graft = fork.map(wish -> new Graft(study, wish, folder, store));
            return study.ground() instanceof TableSpec table
                    ? new TableStudy(study, table, folder, store, graft, threads(), board).run()
                    : new TrainedStudy(
                                    study, study.trained(), folder, store, graft, workers, patience, latencies, board)
                            .run();
        }
    }

    private int threads() {
        if (!workers.kind().equals(ExecutorSpec.PROCESSES)) {
            throw new IllegalArgumentException(
                    "a study whose scores come from a table is answered where it runs: workers must be a number, but was '"
                            + workers + "'");
        }
        return workers.devices();
    }

    private StudyStore open() {
        folder.requireAt(address);
        return new StudyStore(address);
    }

    private void requireSameStudy(StudyStore store) {
        Optional<String> spec = store.fact("spec");
        if (spec.isPresent() && !spec.get().equals(study.text())) {
            throw new IllegalArgumentException("a study must stay as it began, but " + folder.root()
                    + " holds a run of another version of " + study.source()
                    + "; use --fresh to begin anew or --out for another folder");
        }
    }
}
