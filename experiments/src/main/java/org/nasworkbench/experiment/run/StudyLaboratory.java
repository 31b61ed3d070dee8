package org.nasworkbench.experiment.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.work.Work;

/**
 * The laboratory of one run: gets answers, keeps them in the run's log, answers from it what is known, and keeps the budget. What a
 * training gives depends on the run's seed and the network alone, so that neither order nor parallelism changes an outcome.
 */
final class StudyLaboratory implements Laboratory {
    private final RunKey run;
    private final Ground ground;
    private final SearchSpace space;
    private final Answers answers;
    private final TrialLog log;
    private final BudgetMeter meter;
    private final SimulatedClock clock;
    private final boolean repeatsCharged;
    private final RunProgress progress;
    private final SortedMap<Integer, Trial> recorded;
    private final Map<Training, UnderWay> firstOfItsKind = new HashMap<>();
    private final Map<Training, Integer> repeats = new HashMap<>();
    private int next;

    /** A network trained for so long. */
    private record Training(Architecture canonical, int epochs) {}

    /** A training that has begun; told in the order of the ends by the table's clock, and of the proposals. */
    private record UnderWay(int number, double end, CompletableFuture<Trial> trial) implements Comparable<UnderWay> {
        @Override
        public int compareTo(UnderWay other) {
            int byEnd = Double.compare(end, other.end);
            return byEnd != 0 ? byEnd : Integer.compare(number, other.number);
        }
    }

    StudyLaboratory(
            RunKey run,
            Ground ground,
            Answers answers,
            TrialLog log,
            BudgetMeter meter,
            SimulatedClock clock,
            boolean repeatsCharged,
            RunProgress progress) {
        this.run = run;
        this.ground = ground;
        this.space = ground.space();
        this.answers = answers;
        this.log = log;
        this.meter = meter;
        this.clock = clock;
        this.repeatsCharged = repeatsCharged;
        this.progress = progress;
        recorded = log.recorded();
    }

    @Override
    public Ground ground() {
        return ground;
    }

    @Override
    public RandomGenerator random(String purpose) {
        return Search.random(run, purpose);
    }

    @Override
    public boolean exhausted() {
        return meter.exhausted();
    }

    @Override
    public List<Trial> evaluate(List<Architecture> batch, int epochs) throws InterruptedException {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("a batch must hold at least one architecture, but is empty");
        }
        if (exhausted()) {
            throw new IllegalStateException("the budget of " + run + " is used up: ask exhausted() before evaluate()");
        }
        double share = share(epochs);
        List<UnderWay> begun = new ArrayList<>(batch.size());
        for (Architecture architecture : batch) {
            UnderWay training = begin(architecture, epochs, share);
            if (training == null) {
                break;
            }
            begun.add(training);
        }
        List<Trial> trials = new ArrayList<>(begun.size());
        for (UnderWay training : begun) {
            trials.add(finish(training));
        }
        return trials;
    }

    @Override
    public void evaluateSteadily(Iterator<Architecture> proposals, int width, Consumer<Trial> told)
            throws InterruptedException {
        if (width < 1) {
            throw new IllegalArgumentException("at least 1 training must be under way, but width was " + width);
        }
        int epochs = ground.evaluation().fullEpochs();
        PriorityQueue<UnderWay> underWay = new PriorityQueue<>();
        do {
            while (underWay.size() < width && !exhausted() && proposals.hasNext()) {
                UnderWay begun = begin(proposals.next(), epochs, 1);
                if (begun != null) {
                    underWay.add(begun);
                }
            }
            if (!underWay.isEmpty()) {
                told.accept(finish(underWay.remove()));
            }
        } while (!underWay.isEmpty() || !exhausted() && proposals.hasNext());
    }

    @Override
    public <R extends Serializable> R perform(String name, Work<R> unnamed) throws InterruptedException {
        Work<R> work = new NamedWork<>(name, unnamed);
        progress.working(work.title());
        R result = answers.perform(name, work);
        meter.spend(answers.chargedSeconds(work));
        return result;
    }

    @Override
    public void trace(int step, Map<String, Double> numbers) {
        log.trace(step, numbers);
    }

    /** What a training of this length counts for in a budget of trainings. */
    private double share(int epochs) {
        List<Integer> lengths = ground.evaluation().epochs();
        if (!lengths.contains(epochs)) {
            throw new IllegalArgumentException("a training must have one of " + lengths + " epochs, but has " + epochs);
        }
        return (double) epochs / ground.evaluation().fullEpochs();
    }

    /** Begins a training, or finds it answered by an earlier one; null where the budget does not cover it. */
    private UnderWay begin(Architecture architecture, int epochs, double share) {
        Training training = new Training(space.canonical(architecture), epochs);
        UnderWay original = firstOfItsKind.get(training);
        if (original != null && !repeatsCharged) {
            meter.ask(0, 0);
            int number = next++;
            double end = Math.max(clock.now(), original.end());
            return new UnderWay(
                    number,
                    end,
                    original.trial().thenApply(trial -> repeat(number, architecture, training, trial, end)));
        }
        double seconds = answers.simulatedSeconds(architecture, epochs);
        if (!meter.allows(share, seconds)) {
            return null;
        }
        meter.ask(share, seconds);
        int number = next++;
        double end = clock.train(seconds);
        UnderWay first = new UnderWay(number, end, first(number, architecture, training, end));
        firstOfItsKind.putIfAbsent(training, first);
        return first;
    }

    private Trial finish(UnderWay training) throws InterruptedException {
        Trial trial = await(training.trial());
        clock.await(training.end());
        meter.spend(trial.cost());
        progress.add(trial, meter);
        return trial;
    }

    private CompletableFuture<Trial> first(int number, Architecture architecture, Training training, double end) {
        int repeat = repeatsCharged ? repeats.merge(training, 1, Integer::sum) - 1 : 0;
        Trial known = known(number, architecture, training.epochs());
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        Trial[] made = new Trial[1];
        return answers.ask(architecture, training.epochs(), repeat, answer -> {
                    made[0] = trial(number, architecture, training.epochs(), answer, end);
                    log.add(made[0], training.canonical());
                })
                .thenApply(answer -> made[0]);
    }

    private Trial repeat(int number, Architecture architecture, Training training, Trial original, double end) {
        Trial known = known(number, architecture, training.epochs());
        if (known != null) {
            return known;
        }
        Trial trial = new Trial(
                number,
                architecture,
                space.print(architecture),
                training.epochs(),
                original.outcome(),
                original.latency(),
                value(original.outcome(), original.latency()),
                Cost.credit(original.cost()),
                true,
                end);
        log.add(trial, training.canonical());
        return trial;
    }

    private Trial known(int number, Architecture architecture, int epochs) {
        Trial known = recorded.get(number);
        if (known != null && !(known.architecture().equals(architecture) && known.epochs() == epochs)) {
            throw new IllegalStateException(
                    "a strategy must propose the same trainings again after an interruption, but trial "
                            + number + " of " + run + " was " + known.genotype() + " (" + known.epochs()
                            + " epochs) and is now " + space.print(architecture) + " (" + epochs + " epochs)");
        }
        return known;
    }

    private Trial trial(int number, Architecture architecture, int epochs, Answers.Answer answer, double end) {
        Outcome outcome = answer.outcome();
        boolean listed = !(outcome instanceof Outcome.Failed failed) || failed.reason() != Outcome.Reason.NOT_LISTED;
        Optional<Latency> latency = listed ? latency(architecture) : Optional.empty();
        return new Trial(
                number,
                architecture,
                space.print(architecture),
                epochs,
                outcome,
                latency,
                value(outcome, latency),
                answer.cost(),
                false,
                end);
    }

    private OptionalDouble value(Outcome outcome, Optional<Latency> latency) {
        return outcome.score().isPresent()
                ? OptionalDouble.of(ground.objective().value(outcome.score().getAsDouble(), latency))
                : OptionalDouble.empty();
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
}
