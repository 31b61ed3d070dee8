package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TrainedSpec;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.TableLatency;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoreException;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.SystemMemory;

/** A study whose networks are trained here: latency table, every strategy with every seed, final trainings. */
final class TrainedStudy {
    private static final int STOPPING_SECONDS = 5;

    private final Study study;
    private final TrainedSpec spec;
    private final RunFolder folder;
    private final StudyStore store;
    private final Optional<Graft> graft;
    private final ExecutorSpec workers;
    private final Duration patience;
    private final LatencyStock latencies;
    private final ProgressBoard board;

    TrainedStudy(
            Study study,
            TrainedSpec spec,
            RunFolder folder,
            StudyStore store,
            Optional<Graft> graft,
            ExecutorSpec workers,
            Duration patience,
            LatencyStock latencies,
            ProgressBoard board) {
        this.study = study;
        this.spec = spec;
        this.folder = folder;
        this.store = store;
        this.graft = graft;
        this.workers = workers;
        this.patience = patience;
        this.latencies = latencies;
        this.board = board;
    }

    /** Runs what is not done yet; returns runs that failed, with the reason. */
    Map<RunKey, String> run() throws IOException, InterruptedException {
        SegmentationTask task = GroundWork.task(spec.task());
        ChainSpace space = GroundWork.space(spec.space(), task);
        if (graft.isPresent()) {
            graft.get().take(space);
        }
        Branch branch = Branch.of(study, store);
        if (store.fact("space").isEmpty()) {
            GroundWork.requireImages(task);
        }
        requireMemory();
        StudyFactSheet.write(study, spec, task, space, store);
        LatencyTable table = latency(space);
        String verdict = verdict(table);
        board.say("latency on " + table.facts().get("platform") + ": " + verdict);
        StudyFactSheet.writeLatency(table, verdict, store);
        Ground ground = new Ground(
                space,
                study.objective(),
                Optional.of(new TableLatency(space, table)),
                new Training(task, spec.training()));
        Manifest.write(study, ground, table, verdict, branch, folder.manifest());
        try (WorkerPool pool = new WorkerPool(store, workers.open(folder.work()), patience)) {
            board.watch(pool::activities);
            Map<RunKey, String> failures = search(branch, ground, pool);
            Map<RunKey, SharedRanking> rankings = rankings(ground);
            board.say("final training of the chosen networks");
            if (graft.isPresent()) {
                graft.get().takeFinals(chosen(space), space, branch);
            }
            new FinalTrainings(
                            ground,
                            store,
                            pool,
                            folder,
                            spec.finale().epochs(),
                            spec.finale().inherits() ? rankings : Map.of())
                    .train(chosen(space), spec.finale().seeds());
            checkRankings(rankings, ground, pool);
            return failures;
        }
    }

    /**
     * Where supernets are still to be trained: a run must not be killed in its second hour for want of memory. What was measured once is not
     * measured again after each interruption, as long as there is as much.
     */
    private void requireMemory() throws IOException, InterruptedException {
        String fact = "memory of " + workers.devices() + " workers";
        OptionalLong available = SystemMemory.here().available();
        Optional<String> needed = store.fact(fact);
        if (needed.isPresent() && Long.parseLong(needed.get()) <= available.orElse(0)) {
            return;
        }
        List<StrategySpec> supernets = Search.of(study).stream()
                .filter(search -> store.outcome(search.run()).isEmpty())
                .map(Search::spec)
                .distinct()
                .filter(strategy -> Strategies.provider(strategy.type()).trainsWeights())
                .toList();
        if (!supernets.isEmpty()) {
            board.say("measuring the memory of supernets");
            MemoryPlan plan = MemoryPlan.measure(
                    GroundWork.unmeasured(study),
                    supernets,
                    study.seeds().size(),
                    new PrintStream(OutputStream.nullOutputStream()));
            plan.require(study, workers.devices());
            double bytes = plan.together(workers.devices(), spec.training().batch());
            if (!Double.isNaN(bytes)) {
                store.fact(fact, Long.toString((long) bytes));
            }
        }
    }

    /** Of the runs that have ended. */
    private Map<RunKey, SharedRanking> rankings(Ground ground) {
        Map<RunKey, SharedRanking> rankings = new LinkedHashMap<>();
        for (Search search : Search.of(study)) {
            if (store.outcome(search.run()).isPresent()) {
                search.ranking(ground).ifPresent(ranking -> rankings.put(search.run(), ranking));
            }
        }
        return rankings;
    }

    private void checkRankings(Map<RunKey, SharedRanking> rankings, Ground ground, WorkerPool pool)
            throws InterruptedException {
        if (rankings.isEmpty()) {
            return;
        }
        if (!spec.fidelity().isOn()) {
            board.say("rankings by shared weights are NOT CHECKED, since fidelity.genotypes is 0");
            return;
        }
        List<Architecture> networks = FidelityCheck.networks(study, ground);
        board.say("checking rankings by shared weights against " + networks.size() + " stand-alone trainings");
        new FidelityCheck(ground, store, pool, folder, FidelityCheck.seed(study))
                .check(rankings, networks)
                .forEach(board::say);
    }

    /** The table that the run began with, kept in its folder: all its trials are judged by one and the same. */
    private LatencyTable latency(ChainSpace space) throws IOException, InterruptedException {
        if (Files.exists(folder.latency())) {
            return latencies.table(space, spec.latency().withTable(folder.latency()), store, patience);
        }
        if (!Files.exists(latencies.file(space, spec.latency()))) {
            board.say("measuring the latency table on this machine");
        }
        LatencyTable table = latencies.table(space, spec.latency(), store, patience);
        LatencyTableFile.write(table, folder.latency());
        return table;
    }

    /** What a reader must know before any number: how the table did, and first of all whether it failed the study's limits. */
    private String verdict(LatencyTable table) {
        List<String> failures = spec.latency().limits().failures(table);
        String unfit = failures.isEmpty() ? "" : "UNFIT, accepted by the study: " + String.join("; ", failures) + ". ";
        return unfit
                + (table.projected() ? "projected, not measured; " : "")
                + table.check().summary();
    }

    private Map<RunKey, String> search(Branch branch, Ground ground, WorkerPool pool) throws InterruptedException {
        Map<RunKey, Future<String>> running = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(pool.devices() + 2, task -> {
            Thread thread = new Thread(task, "run");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (Search search : Search.of(study)) {
                store.addRun(
                        search.run(),
                        search.spec().type(),
                        Json.text(search.spec().settings()));
                if (store.outcome(search.run()).isEmpty()) {
                    running.put(search.run(), threads.submit(() -> run(search, branch, ground, pool)));
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
    private String run(Search search, Branch branch, Ground ground, WorkerPool pool) throws InterruptedException {
        RunKey run = search.run();
        RunProgress progress = new RunProgress(run);
        board.add(progress);
        try {
            BudgetMeter meter = branch.meter(run);
            StudyLaboratory laboratory = new StudyLaboratory(
                    run,
                    ground,
                    new TrainedAnswers(run, ground, store, pool, folder),
                    branch.log(run, new StoredLog(run, ground.space(), store)),
                    meter,
                    new SimulatedClock(1),
                    study.repeatsCharged(),
                    progress);
            SearchResult result = search.in(branch.laboratory(run, laboratory, meter));
            store.finish(run, result.chosen(), result.searchScore(), result.front(), System.currentTimeMillis());
            progress.end("done");
            board.say(progress.line());
            return null;
        } catch (RuntimeException | LinkageError e) {
            StoreException.in(e).ifPresent(record -> {
                throw record; // no fault of the search
            });
            String why = Search.reason(e);
            progress.end("failed: " + why);
            board.say(progress.line());
            store.fail(run, why, System.currentTimeMillis());
            return why;
        }
    }

    private Map<RunKey, Architecture> chosen(ChainSpace space) {
        Map<RunKey, Architecture> chosen = new LinkedHashMap<>();
        for (Search search : Search.of(study)) {
            Optional<Integer> number = store.outcome(search.run()).flatMap(outcome -> outcome);
            if (number.isPresent()) {
                SortedMap<Integer, Trial> trials = store.trials(search.run(), space);
                chosen.put(search.run(), trials.get(number.get()).architecture());
            }
        }
        return chosen;
    }
}
