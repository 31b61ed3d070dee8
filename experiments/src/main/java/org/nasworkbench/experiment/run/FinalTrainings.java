package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.nasworkbench.evaluation.InitialWeights;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.results.FinalTraining;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.WholeFile;

/**
 * Trains chosen networks to the end, on all of train, and opens the sealed test split once for each network and seed: where two
 * runs chose the same network, the second gets the first one's score at no cost. A network that starts from a run's shared weights is that
 * run's alone; all else is as if it started from scratch, order and augmentation included.
 */
final class FinalTrainings {
    private final SegmentationTask task;
    private final ChainSpace space;
    private final StudyStore store;
    private final WorkerPool pool;
    private final RunFolder folder;
    private final TrainingProtocol protocol;
    private final Map<RunKey, SharedRanking> heritages;
    private final Map<String, CompletableFuture<FinalTraining>> firstOfItsKind = new HashMap<>();

    /** @param heritages of the runs whose networks start from shared weights */
    FinalTrainings(
            Ground ground,
            StudyStore store,
            WorkerPool pool,
            RunFolder folder,
            int epochs,
            Map<RunKey, SharedRanking> heritages) {
        this.space = (ChainSpace) ground.space();
        this.store = store;
        this.pool = pool;
        this.folder = folder;
        this.heritages = Map.copyOf(heritages);
        task = ground.training().task();
        protocol = ground.training().protocol().withEpochs(epochs);
    }

    /** Trains what is not trained yet. */
    void train(Map<RunKey, Architecture> chosen, List<Long> seeds) throws InterruptedException {
        Map<String, FinalTraining> known = new HashMap<>();
        store.finals().forEach(training -> known.put(key(training.run(), training.finalSeed()), training));
        List<CompletableFuture<FinalTraining>> pending = new ArrayList<>();
        for (Map.Entry<RunKey, Architecture> entry : chosen.entrySet()) {
            for (long seed : seeds) {
                FinalTraining done = known.get(key(entry.getKey(), seed));
                if (done != null && !done.inherited()) {
                    firstOfItsKind.putIfAbsent(kind(entry.getValue(), seed), CompletableFuture.completedFuture(done));
                } else if (done == null) {
                    pending.add(submit(entry.getKey(), entry.getValue(), seed));
                }
            }
        }
        for (CompletableFuture<FinalTraining> promise : pending) {
            StudyLaboratory.await(promise);
        }
    }

    private CompletableFuture<FinalTraining> submit(RunKey run, Architecture architecture, long seed) {
        SharedRanking heritage = heritages.get(run);
        if (heritage != null) {
            return submit(run, architecture, seed, architecture, heritage.weights(architecture));
        }
        String kind = kind(architecture, seed);
        CompletableFuture<FinalTraining> first = firstOfItsKind.get(kind);
        if (first != null) {
            return first.thenApply(original -> copy(run, architecture, original));
        }
        CompletableFuture<FinalTraining> promise =
                submit(run, architecture, seed, space.canonical(architecture), new InitialWeights.Random());
        firstOfItsKind.put(kind, promise);
        return promise;
    }

    /** @param trained what computes the same as the architecture and is trained in its place */
    private CompletableFuture<FinalTraining> submit(
            RunKey run, Architecture architecture, long seed, Architecture trained, InitialWeights initial) {
        long derived = Seeds.derive(seed, "final", kind(architecture, seed));
        StandaloneTraining training =
                new StandaloneTraining(space, trained, task, protocol, Purpose.FINAL, initial, derived);
        return pool.submit(new Assignment<>(
                        Optional.of(run),
                        training,
                        Optional.of(folder.finalNetwork(run, seed)),
                        report -> store.addFinal(of(run, architecture, seed, report), System.currentTimeMillis())))
                .thenApply(report -> of(run, architecture, seed, report));
    }

    private FinalTraining of(
            RunKey run, Architecture architecture, long seed, Report<StandaloneTraining.Result> report) {
        String genotype = space.print(architecture);
        if (report instanceof Report.Done<StandaloneTraining.Result> done) {
            return new FinalTraining(
                    run,
                    seed,
                    genotype,
                    heritages.containsKey(run),
                    OptionalDouble.of(done.result().confusion().meanIntersectionOverUnion()),
                    Map.of("test_pixel_accuracy", done.result().confusion().pixelAccuracy()),
                    done.deviceSeconds(),
                    done.result().scoredMillis(),
                    absent(done.result()));
        }
        Report.Failed<StandaloneTraining.Result> failed = (Report.Failed<StandaloneTraining.Result>) report;
        String why = failed.outcome().reason() + ": " + failed.outcome().detail();
        return new FinalTraining(
                run,
                seed,
                genotype,
                heritages.containsKey(run),
                OptionalDouble.empty(),
                Map.of(),
                failed.deviceSeconds(),
                0,
                why);
    }

    private String absent(StandaloneTraining.Result result) {
        List<String> names = result.confusion().absentClasses().stream()
                .map(task.classes()::get)
                .toList();
        return names.isEmpty()
                ? ""
                : "left out of the mean, for they are not in the test split: " + String.join(", ", names);
    }

    private FinalTraining copy(RunKey run, Architecture architecture, FinalTraining original) {
        FinalTraining copy = new FinalTraining(
                run,
                original.finalSeed(),
                space.print(architecture),
                false,
                original.score(),
                original.metrics(),
                0,
                original.testOpenedMillis(),
                "the network of " + original.run());
        keepAlso(folder.finalNetwork(original.run(), original.finalSeed()), folder.finalNetwork(run, copy.finalSeed()));
        store.addFinal(copy, System.currentTimeMillis());
        return copy;
    }

    /** What another run trained is this one's too; a training that failed has kept nothing. */
    static void keepAlso(Path original, Path file) {
        if (!Files.exists(original)) {
            return;
        }
        try {
            WholeFile.write(file, part -> Files.copy(original, part, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException("the trained network could not be kept in " + file, e);
        }
    }

    private String kind(Architecture architecture, long seed) {
        return space.print(space.canonical(architecture)) + " seed " + seed;
    }

    private static String key(RunKey run, long seed) {
        return run + " final " + seed;
    }
}
