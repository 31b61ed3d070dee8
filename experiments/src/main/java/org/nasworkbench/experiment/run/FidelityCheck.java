package org.nasworkbench.experiment.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.results.FidelityLog;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.work.Seeds;

/**
 * Holds each run's ranking by shared weights against stand-alone trainings of the same networks: these are trained once a study by its
 * protocol, and scored by the weights of each run, epoch by epoch, with and without batch-norm statistics of their own. All of it is
 * charged to fidelity and to no budget: trainings to the study as a whole, scores to their run. Each piece is in the record as soon as it
 * is done, so that after an interruption only what is missing is done.
 */
final class FidelityCheck {
    private final Ground ground;
    private final ChainSpace space;
    private final StudyStore store;
    private final FidelityLog log;
    private final WorkerPool pool;
    private final RunFolder folder;
    private final long seed;

    /** @param seed from which the trainings derive theirs by network */
    FidelityCheck(Ground ground, StudyStore store, WorkerPool pool, RunFolder folder, long seed) {
        this.ground = ground;
        this.space = (ChainSpace) ground.space();
        this.store = store;
        this.log = store.fidelity();
        this.pool = pool;
        this.folder = folder;
        this.seed = seed;
    }

    /** The networks of a study: the same for all its runs, and whenever it is asked. */
    static List<Architecture> networks(Study study, Ground ground) {
        return LatencyStrata.networks(
                ground.space(),
                ground.latency().orElseThrow(),
                study.trained().fidelity().genotypes(),
                Seeds.random(seed(study), "networks"));
    }

    /** A study's own seed for this, by its name. */
    static long seed(Study study) {
        return Seeds.derive(study.seeds().get(0), "fidelity", study.name());
    }

    /**
     * Does what is not done yet.
     *
     * @param networks canonical
     * @return what could not be done, in words
     */
    List<String> check(Map<RunKey, SharedRanking> rankings, List<Architecture> networks) throws InterruptedException {
        List<CompletableFuture<Optional<String>>> pending = new ArrayList<>();
        Set<String> trained = log.trained();
        networks.stream()
                .filter(network -> !trained.contains(space.print(network)))
                .forEach(network -> pending.add(train(network)));
        rankings.forEach((run, ranking) -> {
            for (int epoch : ranking.epochs()) {
                for (boolean recalibrated : new boolean[] {false, true}) {
                    if (!log.scored(run, epoch, recalibrated)) {
                        pending.add(score(run, ranking, networks, epoch, recalibrated));
                    }
                }
            }
        });
        List<String> failures = new ArrayList<>();
        for (CompletableFuture<Optional<String>> promise : pending) {
            StudyLaboratory.await(promise).ifPresent(failures::add);
        }
        return failures;
    }

    private CompletableFuture<Optional<String>> train(Architecture network) {
        String genotype = space.print(network);
        StandaloneTraining training = new StandaloneTraining(
                space,
                network,
                ground.training().task(),
                ground.training().protocol(),
                Purpose.FIDELITY,
                Seeds.derive(seed, "training", genotype));
        return pool.submit(new Assignment<>(
                        Optional.empty(),
                        training,
                        Optional.empty(),
                        report -> log.add(training(network, report), System.currentTimeMillis())))
                .thenApply(report -> failure("training " + genotype, report));
    }

    private FidelityLog.Training training(Architecture network, Report<StandaloneTraining.Result> report) {
        return new FidelityLog.Training(
                space.print(network),
                ground.latency().orElseThrow().of(network).millis(),
                report instanceof Report.Done<StandaloneTraining.Result> done
                        ? OptionalDouble.of(done.result().confusion().meanIntersectionOverUnion())
                        : OptionalDouble.empty(),
                report.deviceSeconds(),
                report instanceof Report.Failed<?> failed ? failed.outcome().detail() : "");
    }

    private CompletableFuture<Optional<String>> score(
            RunKey run, SharedRanking ranking, List<Architecture> networks, int epoch, boolean recalibrated) {
        List<String> genotypes = networks.stream().map(space::print).toList();
        return pool.submit(new Assignment<>(
                        Optional.of(run),
                        ranking.scores(networks, epoch, recalibrated),
                        Optional.of(folder.checkpoint(run, "fidelity")),
                        report -> {
                            if (report instanceof Report.Done<SharedRanking.Scores> done) {
                                double[] scores = done.result().scores();
                                log.add(run, epoch, recalibrated, genotypes, scores, System.currentTimeMillis());
                            }
                        }))
                .thenApply(report -> failure("scoring by the weights of " + run + " after epoch " + epoch, report));
    }

    private static Optional<String> failure(String what, Report<?> report) {
        return report instanceof Report.Failed<?> failed
                ? Optional.of(what + " failed (" + failed.outcome().reason() + "): "
                        + failed.outcome().detail())
                : Optional.empty();
    }
}
