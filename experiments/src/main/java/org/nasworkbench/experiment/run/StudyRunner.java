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
import org.nasworkbench.results.StudyStore;

/** Runs a study, from where it stands to its end. */
public final class StudyRunner {
    private final Study study;
    private final RunFolder folder;
    private final ExecutorSpec workers;
    private final Duration patience;
    private final LatencyStock latencies;
    private final PrintStream out;

    /**
     * Prepares a run.
     *
     * @param workers who does the work, or how many threads where a table answers; changes the time it takes and nothing else
     * @param patience longest silence of a worker
     * @param out progress goes here
     */
    public StudyRunner(
            Study study,
            RunFolder folder,
            ExecutorSpec workers,
            Duration patience,
            LatencyStock latencies,
            PrintStream out) {
        this.study = study;
        this.folder = folder;
        this.workers = workers;
        this.patience = patience;
        this.latencies = latencies;
        this.out = out;
    }

    /**
     * Runs what is not done yet.
     *
     * @return runs that failed, with the reason; empty if all went well
     * @throws IllegalArgumentException if the folder holds another study, or another process is at work in it
     */
    public Map<RunKey, String> run() throws IOException, InterruptedException {
        Files.createDirectories(folder.root());
        Closeable lock = folder.lock();
        try (lock;
                StudyStore store = new StudyStore(folder.store());
                ProgressBoard board = new ProgressBoard(out)) {
            requireSameStudy(store);
            return study.ground() instanceof TableSpec table
                    ? new TableStudy(study, table, folder, store, workers.devices(), board).run()
                    : new TrainedStudy(study, study.trained(), folder, store, workers, patience, latencies, board)
                            .run();
        }
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
