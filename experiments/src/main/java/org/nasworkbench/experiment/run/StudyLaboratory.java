package org.nasworkbench.experiment.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.WorkFailedException;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.Work;

/**
 * The laboratory of one run: has networks trained by the worker pool, answers from the store what is known, and keeps the budget.
 * A training's seed depends on the run's seed and the network alone, so that neither order nor parallelism changes an outcome.
 */
final class StudyLaboratory implements Laboratory {
    private final RunKey run;
    private final Ground ground;
    private final ChainSpace space;
    private final StudyStore store;
    private final WorkerPool pool;
    private final RunFolder folder;
    private final BudgetMeter meter;
    private final Map<Integer, Trial> recorded;
    private final Map<Architecture, CompletableFuture<Trial>> firstOfItsKind = new HashMap<>();
    private final RunProgress progress;
    private int next;

    StudyLaboratory(
            RunKey run,
            Ground ground,
            StudyStore store,
            WorkerPool pool,
            RunFolder folder,
            BudgetMeter meter,
            RunProgress progress) {
        this.run = run;
        this.ground = ground;
        this.space = (ChainSpace) ground.space();
        this.store = store;
        this.pool = pool;
        this.folder = folder;
        this.meter = meter;
        this.progress = progress;
        recorded = store.trials(run, space);
    }

    @Override
    public Ground ground() {
        return ground;
    }

    @Override
    public RandomGenerator random(String purpose) {
        return Seeds.random(run.seed(), run.strategy(), purpose);
    }

    @Override
    public boolean exhausted() {
        return meter.exhausted();
    }

    @Override
    public List<Trial> evaluate(List<Architecture> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("a batch must hold at least one architecture, but is empty");
        }
        if (exhausted()) {
            throw new IllegalStateException("the budget of " + run + " is used up: ask exhausted() before evaluate()");
        }
        List<CompletableFuture<Trial>> pending = new ArrayList<>();
        for (Architecture architecture : batch) {
            Architecture canonical = space.canonical(architecture);
            CompletableFuture<Trial> original = firstOfItsKind.get(canonical);
            if (original == null && !meter.allowsTraining()) {
                break;
            }
            meter.ask(original == null);
            int number = next++;
            if (original == null) {
                CompletableFuture<Trial> first = first(number, architecture, canonical);
                firstOfItsKind.put(canonical, first);
                pending.add(first);
            } else {
                pending.add(original.thenApply(trial -> repeat(number, architecture, canonical, trial)));
            }
        }
        List<Trial> trials = new ArrayList<>();
        for (CompletableFuture<Trial> promise : pending) {
            Trial trial = await(promise);
            meter.spend(trial.cost().deviceSeconds());
            progress.add(trial, meter);
            trials.add(trial);
        }
        return trials;
    }

    @Override
    public <R extends Serializable> R perform(String name, Work<R> unnamed) throws InterruptedException {
        Work<R> work = new NamedWork<>(name, unnamed);
        Optional<byte[]> known = store.work(run, name);
        R result;
        if (known.isPresent()) {
            result = deserialise(known.get());
        } else {
            progress.working(work.title());
            Report<R> report = await(pool.submit(new Assignment<>(
                    Optional.of(run),
                    work,
                    Optional.of(folder.checkpoint(run, name)),
                    done -> record(name, work, done))));
            if (report instanceof Report.Failed<R> failed) {
                throw new WorkFailedException(work.title(), failed.outcome());
            }
            result = ((Report.Done<R>) report).result();
        }
        meter.spend(store.chargedSeconds(run, work.title()));
        return result;
    }

    @Override
    public void trace(String series, int step, double value) {
        store.trace(run, series, step, value);
    }

    private CompletableFuture<Trial> first(int number, Architecture architecture, Architecture canonical) {
        Trial known = known(number, architecture);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        StandaloneTraining training = new StandaloneTraining(
                space,
                canonical,
                ground.task(),
                ground.training(),
                Purpose.SEARCH,
                Seeds.derive(run.seed(), "training", space.print(canonical)));
        return pool.submit(new Assignment<>(
                        Optional.of(run),
                        training,
                        Optional.empty(),
                        report -> store(trial(number, architecture, report), canonical)))
                .thenApply(report -> trial(number, architecture, report));
    }

    private Trial repeat(int number, Architecture architecture, Architecture canonical, Trial original) {
        Trial known = known(number, architecture);
        if (known != null) {
            return known;
        }
        Trial trial = new Trial(
                number,
                architecture,
                space.print(architecture),
                original.outcome(),
                original.latency(),
                original.value(),
                Cost.credit(original.cost()),
                true);
        store(trial, canonical);
        return trial;
    }

    private Trial known(int number, Architecture architecture) {
        Trial known = recorded.get(number);
        if (known != null && !known.architecture().equals(architecture)) {
            throw new IllegalStateException(
                    "a strategy must propose the same networks again after an interruption, but trial " + number
                            + " of " + run + " was " + known.genotype() + " and is now " + space.print(architecture));
        }
        return known;
    }

    private Trial trial(int number, Architecture architecture, Report<StandaloneTraining.Result> report) {
        Outcome outcome = report instanceof Report.Done<StandaloneTraining.Result> done
                ? outcome(done.result())
                : ((Report.Failed<StandaloneTraining.Result>) report).outcome();
        OptionalDouble value = outcome.score().isPresent()
                ? OptionalDouble.of(ground.objective().value(outcome.score().getAsDouble(), latency(architecture)))
                : OptionalDouble.empty();
        return new Trial(
                number,
                architecture,
                space.print(architecture),
                outcome,
                latency(architecture),
                value,
                Cost.measured(report.deviceSeconds()),
                false);
    }

    private static Outcome outcome(StandaloneTraining.Result result) {
        return new Outcome.Scored(
                result.confusion().meanIntersectionOverUnion(),
                Map.of(
                        "val_pixel_accuracy", result.confusion().pixelAccuracy(),
                        "train_loss", result.losses()[result.losses().length - 1],
                        "train_images_per_s", result.imagesPerSecond()));
    }

    private void store(Trial trial, Architecture canonical) {
        store.addTrial(run, trial, space.print(canonical), System.currentTimeMillis());
    }

    private <R extends Serializable> void record(String name, Work<R> work, Report<R> report) {
        if (report instanceof Report.Done<R> done) {
            double seconds = store.chargedSeconds(run, work.title());
            store.addWork(run, name, serialise(done.result()), seconds, System.currentTimeMillis());
        }
    }

    static <T> T await(CompletableFuture<T> promise) throws InterruptedException {
        try {
            return promise.get();
        } catch (CancellationException e) {
            throw new InterruptedException("the study is being stopped");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                throw new InterruptedException("the study is being stopped");
            }
            throw new IllegalStateException(
                    "work could not be done: " + e.getCause().getMessage(), e.getCause());
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
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (R) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a stored result cannot be read back: " + e, e);
        }
    }
}
