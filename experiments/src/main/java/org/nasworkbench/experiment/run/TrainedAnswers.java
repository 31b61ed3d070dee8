package org.nasworkbench.experiment.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.Incoming;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.WorkFailedException;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.Work;

/** The worker pool trains networks and does a strategy's own work; what it did is in the store before anybody sees it. */
final class TrainedAnswers implements Answers {
    private final RunKey run;
    private final Ground ground;
    private final ChainSpace space;
    private final StudyStore store;
    private final WorkerPool pool;
    private final RunFolder folder;

    TrainedAnswers(RunKey run, Ground ground, StudyStore store, WorkerPool pool, RunFolder folder) {
        this.run = run;
        this.ground = ground;
        this.space = (ChainSpace) ground.space();
        this.store = store;
        this.pool = pool;
        this.folder = folder;
    }

    @Override
    public double simulatedSeconds(Architecture architecture, int epochs) {
        return 0;
    }

    @Override
    public CompletableFuture<Answer> ask(Architecture architecture, int epochs, int repeat, Consumer<Answer> record) {
        Architecture canonical = space.canonical(architecture);
        String genotype = space.print(canonical);
        StandaloneTraining training = new StandaloneTraining(
                space,
                canonical,
                ground.training().task(),
                ground.training().protocol().withEpochs(epochs),
                Purpose.SEARCH,
                repeat == 0
                        ? Seeds.derive(run.seed(), "training", genotype)
                        : Seeds.derive(run.seed(), "training", genotype, repeat));
        return pool.submit(new Assignment<>(
                        Optional.of(run), training, Optional.empty(), report -> record.accept(answer(report))))
                .thenApply(TrainedAnswers::answer);
    }

    @Override
    public <R extends Serializable> R perform(String name, Work<R> work) throws InterruptedException {
        Optional<byte[]> known = store.work(run, name);
        if (known.isPresent()) {
            return deserialise(known.get());
        }
        Report<R> report = StudyLaboratory.await(pool.submit(new Assignment<>(
                Optional.of(run), work, Optional.of(folder.checkpoint(run, name)), done -> record(name, work, done))));
        if (report instanceof Report.Failed<R> failed) {
            throw new WorkFailedException(work.title(), failed.outcome());
        }
        return ((Report.Done<R>) report).result();
    }

    @Override
    public double chargedSeconds(Work<?> work) {
        return store.chargedSeconds(run, work.title());
    }

    private static Answer answer(Report<StandaloneTraining.Result> report) {
        Outcome outcome = report instanceof Report.Done<StandaloneTraining.Result> done
                ? outcome(done.result())
                : ((Report.Failed<StandaloneTraining.Result>) report).outcome();
        return new Answer(outcome, Cost.measured(report.deviceSeconds()));
    }

    private static Outcome outcome(StandaloneTraining.Result result) {
        return new Outcome.Scored(
                result.confusion().meanIntersectionOverUnion(),
                Map.of(
                        "val_pixel_accuracy", result.confusion().pixelAccuracy(),
                        "train_loss", result.losses()[result.losses().length - 1],
                        "train_images_per_s", result.imagesPerSecond()),
                Map.of(
                        Outcome.Scored.TRAIN_LOSS,
                                Arrays.stream(result.losses()).boxed().toList(),
                        Outcome.Scored.VAL_CONFUSION, result.confusion().counts()));
    }

    private <R extends Serializable> void record(String name, Work<R> work, Report<R> report) {
        if (report instanceof Report.Done<R> done) {
            store.addWork(run, name, serialise(done.result()), chargedSeconds(work), System.currentTimeMillis());
        }
    }

    private static byte[] serialise(Serializable result) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(result);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a result must be serialisable: " + e, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R> R deserialise(byte[] bytes) {
        try {
            return (R) Incoming.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("a stored result cannot be read back: " + e.getMessage(), e);
        }
    }
}
