package org.nasworkbench.experiment.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.TableLatency;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.task.SegmentationTask;

/** Runs a study, from where it stands to its end: latency table, every strategy with every seed, final trainings. */
public final class StudyRunner {
    private static final int STOPPING_SECONDS = 5;

    private final Study study;
    private final RunFolder folder;
    private final int workers;
    private final Duration patience;
    private final LatencyStock latencies;
    private final PrintStream out;

    /**
     * Prepares a run.
     *
     * @param workers worker processes, at least 1; changes the time it takes and nothing else
     * @param patience longest silence of a worker
     * @param out progress goes here
     */
    public StudyRunner(
            Study study, RunFolder folder, int workers, Duration patience, LatencyStock latencies, PrintStream out) {
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
                StudyStore store = new StudyStore(folder.store())) {
            requireSameStudy(store);
            SegmentationTask task = GroundWork.task(study.task());
            ChainSpace space = GroundWork.space(study.space(), task);
            StudyFactSheet.write(study, task, space, store);
            try (ProgressBoard board = new ProgressBoard(out);
                    WorkerPool pool = new WorkerPool(store, workers, patience)) {
                board.watch(pool::activities);
                LatencyTable table = latency(space, pool);
                board.say("latency on " + table.facts().get("platform") + ": "
                        + table.check().summary());
                StudyFactSheet.writeLatency(table, store);
                Ground ground =
                        new Ground(space, study.objective(), new TableLatency(space, table), task, study.training());
                Manifest.write(study, task, table, folder.manifest());
                Map<RunKey, String> failures = search(ground, store, pool, board);
                board.say("final training of the chosen networks");
                new FinalTrainings(ground, store, pool, study.finale().epochs())
                        .train(chosen(store, space), study.finale().seeds());
                return failures;
            }
        }
    }

    /** The table that the run began with, kept in its folder: all its trials are judged by one and the same. */
    private LatencyTable latency(ChainSpace space, WorkerPool pool) throws IOException, InterruptedException {
        if (Files.exists(folder.latency())) {
            return latencies.table(space, study.latency().withTable(folder.latency()), pool);
        }
        LatencyTable table = latencies.table(space, study.latency(), pool);
        LatencyTableFile.write(table, folder.latency());
        return table;
    }

    private void requireSameStudy(StudyStore store) {
        Optional<String> spec = store.fact("spec");
        if (spec.isPresent() && !spec.get().equals(study.text())) {
            throw new IllegalArgumentException("a study must stay as it began, but " + folder.root()
                    + " holds a run of another version of " + study.source()
                    + "; use --fresh to begin anew or --out for another folder");
        }
    }

    private Map<RunKey, String> search(Ground ground, StudyStore store, WorkerPool pool, ProgressBoard board)
            throws InterruptedException {
        Map<RunKey, Future<String>> running = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(pool.devices() + 2, task -> {
            Thread thread = new Thread(task, "run");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (long seed : study.seeds()) {
                for (StrategySpec spec : study.strategies()) {
                    RunKey run = new RunKey(spec.name(), seed);
                    store.addRun(run, spec.type(), Json.text(spec.settings()));
                    if (store.outcome(run).isEmpty()) {
                        running.put(run, threads.submit(() -> searchOne(run, spec, ground, store, pool, board)));
                    }
                }
            }
            Map<RunKey, String> failures = new LinkedHashMap<>();
            for (Map.Entry<RunKey, Future<String>> entry : running.entrySet()) {
                String failure = entry.getValue().get();
                if (failure != null) {
                    failures.put(entry.getKey(), failure);
                }
            }
            return failures;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException(e.getCause().getMessage());
            }
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(
                    STOPPING_SECONDS, TimeUnit.SECONDS); // they write to the store, which is closed next
        }
    }

    /** Runs one strategy with one seed; returns why it failed, or null. */
    private String searchOne(
            RunKey run, StrategySpec spec, Ground ground, StudyStore store, WorkerPool pool, ProgressBoard board)
            throws InterruptedException {
        RunProgress progress = new RunProgress(run);
        board.add(progress);
        try {
            StrategyProvider provider = Strategies.provider(spec.type());
            provider.unavailable().ifPresent(why -> {
                throw new UnsupportedOperationException(why);
            });
            SearchStrategy strategy = provider.create(new Settings(provider.settings(), spec.settings()));
            BudgetMeter meter =
                    new BudgetMeter(study.budget().trials(), study.budget().deviceSeconds(study.projection()));
            SearchResult result =
                    strategy.search(new StudyLaboratory(run, ground, store, pool, folder, meter, progress));
            store.finish(run, result.chosen(), result.searchScore(), result.front(), System.currentTimeMillis());
            progress.end("done");
            board.say(progress.line());
            return null;
        } catch (RuntimeException | LinkageError e) {
            progress.end("failed: " + e.getMessage());
            board.say(progress.line());
            store.fail(run, String.valueOf(e.getMessage()), System.currentTimeMillis());
            return String.valueOf(e.getMessage());
        }
    }

    private Map<RunKey, Architecture> chosen(StudyStore store, ChainSpace space) {
        Map<RunKey, Architecture> chosen = new LinkedHashMap<>();
        List<RunKey> runs = new ArrayList<>();
        study.seeds().forEach(seed -> study.strategies().forEach(spec -> runs.add(new RunKey(spec.name(), seed))));
        for (RunKey run : runs) {
            Optional<Integer> number = store.outcome(run).flatMap(outcome -> outcome);
            if (number.isPresent()) {
                SortedMap<Integer, Trial> trials = store.trials(run, space);
                chosen.put(run, trials.get(number.get()).architecture());
            }
        }
        return chosen;
    }
}
