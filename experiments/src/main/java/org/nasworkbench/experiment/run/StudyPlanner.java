package org.nasworkbench.experiment.run;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.ProcessExecutor;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.Work;

/**
 * Estimates what a study takes here. A few steps of a few random networks are timed on all workers at once, as they will run;
 * nothing is trained to a score.
 */
public final class StudyPlanner {
    private static final int PROBED_NETWORKS = 8;
    private static final double WORKER_START_SECONDS = 1.5;

    private final Study study;
    private final int workers;
    private final LatencyStock latencies;
    private final PrintStream out;

    public StudyPlanner(Study study, int workers, LatencyStock latencies, PrintStream out) {
        this.study = study;
        this.workers = workers;
        this.latencies = latencies;
        this.out = out;
    }

    /**
     * Makes the estimate; takes some seconds, and some for each supernet. Memory comes first, since what does not fit cannot be timed either.
     *
     * @throws IllegalArgumentException if the study does not fit into memory; the message says what would make it fit
     */
    public StudyPlan plan() throws Exception {
        Ground ground = GroundWork.unmeasured(study);
        GroundWork.requireImages(ground.training().task());
        ChainSpace space = (ChainSpace) ground.space();
        MemoryPlan memory =
                MemoryPlan.measure(ground, study.strategies(), study.seeds().size(), out);
        memory.require(study, workers);
        boolean measured = latencies.known(space, study.trained().latency()).isPresent();
        RunFolder scratch = new RunFolder(Files.createTempDirectory("nas"));
        out.println("timing a few steps of some networks");
        try (StudyStore store = new StudyStore(scratch.store());
                WorkerPool pool =
                        new WorkerPool(store, new ProcessExecutor(workers), java.time.Duration.ofMinutes(10))) {
            double training = meanTraining(pool, ground, study.trained().training(), Purpose.SEARCH);
            double finale = meanTraining(
                    pool,
                    ground,
                    study.trained()
                            .training()
                            .withEpochs(study.trained().finale().epochs()),
                    Purpose.FINAL);
            double latency = measured
                    ? 0
                    : seconds(
                            pool,
                            new LatencyBuild(space, study.trained().latency().platform(), LatencyProtocol.STANDARD));
            return assemble(pool, ground, memory, training, finale, latency);
        } finally {
            scratch.clear();
        }
    }

    private StudyPlan assemble(
            WorkerPool pool, Ground ground, MemoryPlan memory, double training, double finale, double latency)
            throws Exception {
        int seeds = study.seeds().size();
        int batch = ground.training().protocol().batch();
        OptionalDouble budgetSeconds = study.budget().deviceSeconds(study.projection());
        List<StudyPlan.Row> rows = new ArrayList<>();
        double total = 0;
        double longest = 0;
        Map<Work<?>, Double> probed = new LinkedHashMap<>();
        for (StrategySpec spec : study.strategies()) {
            StrategyProvider provider = Strategies.provider(spec.type());
            StrategyProvider.Plan plan = provider.plan(ground, new Settings(provider.settings(), spec.settings()));
            double heavy = 0;
            for (Work<?> work : plan.heavyWork()) {
                if (!probed.containsKey(work)) {
                    probed.put(work, seconds(pool, work));
                }
                heavy += probed.get(work);
            }
            OptionalInt trainings = trainings(plan, study.budget().trials());
            double perSeed =
                    heavy + (trainings.isPresent() ? trainings.getAsInt() * training : budgetSeconds.getAsDouble());
            rows.add(memory.row(spec.name(), trainings, heavy, perSeed * seeds, batch));
            total += perSeed * seeds;
            longest = Math.max(longest, heavy);
        }
        int finals = study.strategies().size()
                * seeds
                * study.trained().finale().seeds().size();
        Optional<StudyPlan.Fidelity> fidelity = fidelity(pool, ground, training);
        double checking = fidelity.map(StudyPlan.Fidelity::deviceSeconds).orElse(0.0);
        double searching = Math.max(longest, total / workers);
        double wall = latency
                + searching
                + finale * Math.ceil((double) finals / workers)
                + checking / workers
                + WORKER_START_SECONDS;
        double device = total + finals * finale + latency + checking;
        return new StudyPlan(
                rows,
                training,
                finale,
                finals,
                latency,
                memory.summary(workers, batch),
                fidelity,
                device,
                wall,
                workers);
    }

    /** Each epoch's scores take as long as the last one's; each seed's as long as the first one's. */
    private Optional<StudyPlan.Fidelity> fidelity(WorkerPool pool, Ground ground, double training) throws Exception {
        List<SharedRanking> rankings = new ArrayList<>();
        Search.of(study).forEach(search -> search.ranking(ground).ifPresent(rankings::add));
        int genotypes = study.trained().fidelity().genotypes();
        if (rankings.isEmpty() || genotypes == 0) {
            return rankings.isEmpty() ? Optional.empty() : Optional.of(new StudyPlan.Fidelity(0, 0));
        }
        RandomGenerator random = Seeds.random(1, "probe");
        List<Architecture> networks = Stream.generate(() -> ground.space().sample(random))
                .limit(genotypes)
                .toList();
        double scoring = 0;
        for (SharedRanking ranking :
                rankings.subList(0, rankings.size() / study.seeds().size())) {
            int last = ranking.epochs().get(ranking.epochs().size() - 1);
            double both = seconds(pool, ranking.scores(networks, last, false))
                    + seconds(pool, ranking.scores(networks, last, true));
            scoring += both * ranking.epochs().size() * study.seeds().size();
        }
        return Optional.of(new StudyPlan.Fidelity(genotypes, genotypes * training + scoring));
    }

    private static OptionalInt trainings(StrategyProvider.Plan plan, OptionalInt budget) {
        if (plan.trainings().isEmpty() || budget.isEmpty()) {
            return plan.trainings().isEmpty() ? budget : plan.trainings();
        }
        return OptionalInt.of(Math.min(plan.trainings().getAsInt(), budget.getAsInt()));
    }

    private double meanTraining(WorkerPool pool, Ground ground, TrainingProtocol protocol, Purpose purpose)
            throws Exception {
        ChainSpace space = (ChainSpace) ground.space();
        RandomGenerator random = Seeds.random(1, "probe");
        List<CompletableFuture<Report<Double>>> pending = new ArrayList<>();
        for (int i = 0; i < PROBED_NETWORKS; i++) {
            Architecture architecture = space.sample(random);
            pending.add(pool.submit(assignment(new StandaloneTraining(
                    space, architecture, ground.training().task(), protocol, purpose, 1))));
        }
        double sum = 0;
        for (CompletableFuture<Report<Double>> promise : pending) {
            sum += value(StudyLaboratory.await(promise));
        }
        return sum / PROBED_NETWORKS;
    }

    private double seconds(WorkerPool pool, Work<?> work) throws Exception {
        return value(StudyLaboratory.await(pool.submit(assignment(work))));
    }

    private static Assignment<Double> assignment(Work<?> work) {
        return new Assignment<>(Optional.empty(), new Probe(work), Optional.empty(), ignored -> {});
    }

    private static double value(Report<Double> report) {
        if (report instanceof Report.Failed<Double> failed) {
            throw new IllegalStateException("a network of this study could not be tried here ("
                    + failed.outcome().reason() + "): " + failed.outcome().detail());
        }
        return ((Report.Done<Double>) report).result();
    }
}
