package org.nasworkbench.strategy;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.TestStore.Training;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.Work;

/**
 * A laboratory in memory: scores come from a function, the budget is a number of trainings, repeats included. It can evaluate on
 * several workers that finish in the wrong order, let networks fail, stop the search, and answer from what an earlier,
 * interrupted search left in its store. Trainings take the longer the more workers share the machine. It notes whatever a
 * strategy must not do.
 */
public final class TestLaboratory implements Laboratory {
    /** A number that a strategy recorded. */
    public record Trace(String series, int step, double value) {}

    private static final int MEANWHILE = 3;

    private final Ground ground;
    private final ToDoubleFunction<Architecture> score;
    private final long seed;
    private final TestBudget budget;
    private TestStore store = new TestStore();
    private WorkMemory memory = new WorkMemory();
    private int workers = 1;
    private Predicate<Architecture> failing = architecture -> false;
    private IntToDoubleFunction shown;
    private int piecesUntilStop = Integer.MAX_VALUE;
    private boolean stopped;
    private Runnable meanwhile = () -> {};

    private final List<Trial> trials = new ArrayList<>();
    private final Map<Training, Trial> known = new HashMap<>();
    private final Set<String> performed = new HashSet<>();
    private final List<Trace> traces = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();

    public TestLaboratory(Ground ground, ToDoubleFunction<Architecture> score, long seed, int budget) {
        this.ground = ground;
        this.score = score;
        this.seed = seed;
        this.budget = new TestBudget(budget);
        shown = epochs -> 0.5 + 0.5 * epochs / ground.evaluation().fullEpochs();
    }

    /** Evaluates so many at once. */
    public TestLaboratory workers(int number) {
        workers = number;
        return this;
    }

    /** Work that was done in another laboratory with this memory is not done again. */
    public TestLaboratory remembering(WorkMemory shared) {
        memory = shared;
        return this;
    }

    /** Lets these networks fail, by their canonical form. */
    public TestLaboratory failing(Predicate<Architecture> which) {
        failing = which;
        return this;
    }

    /** Says that the budget is used up only after it was asked for one trial too many, as when the next training would not end in time. */
    public TestLaboratory endsUnannounced() {
        budget.endUnannounced();
        return this;
    }

    /** Shows this part of a score after so many epochs, in place of half of it at first and all of it at full length. */
    public TestLaboratory showing(IntToDoubleFunction part) {
        shown = part;
        return this;
    }

    /** Answers from this store as far as it goes, and goes on filling it. */
    public TestLaboratory store(TestStore other) {
        store = other;
        return this;
    }

    /** Is interrupted when so many new pieces (trials and work) are finished. */
    public TestLaboratory stopAfter(int pieces) {
        piecesUntilStop = pieces;
        return this;
    }

    /** Runs this once, in the middle of the search: while the trial of number {@value #MEANWHILE} is evaluated. */
    public TestLaboratory meanwhile(Runnable action) {
        meanwhile = action;
        return this;
    }

    /** The run's trials. */
    public List<Trial> trials() {
        return Collections.unmodifiableList(trials);
    }

    /** What the strategy recorded. */
    public List<Trace> traces() {
        return Collections.unmodifiableList(traces);
    }

    /** What the strategy did that it must not do. */
    public List<String> breaches() {
        return Collections.unmodifiableList(breaches);
    }

    /** Whether the search was interrupted. */
    public boolean stopped() {
        return stopped;
    }

    @Override
    public Ground ground() {
        return ground;
    }

    @Override
    public RandomGenerator random(String purpose) {
        return Seeds.random(seed, purpose);
    }

    @Override
    public boolean exhausted() {
        return budget.exhausted();
    }

    @Override
    public void trace(int step, Map<String, Double> numbers) {
        numbers.forEach((series, value) -> traces.add(new Trace(series, step, value)));
    }

    @Override
    public List<Trial> evaluate(List<Architecture> proposed, int epochs) throws InterruptedException {
        if (exhausted()) {
            throw breach(new IllegalStateException("asked after the budget was used up"));
        }
        if (proposed.isEmpty()) {
            throw breach(new IllegalArgumentException("proposed nothing"));
        }
        if (!ground.evaluation().epochs().contains(epochs)) {
            throw breach(new IllegalArgumentException("asked for a training of " + epochs + " epochs"));
        }
        double share = (double) epochs / ground.evaluation().fullEpochs();
        List<Architecture> batch = proposed.subList(0, budget.take(proposed.size(), share));
        for (Architecture architecture : batch) {
            try {
                ground.space().check(architecture);
            } catch (IllegalArgumentException e) {
                throw breach(e);
            }
        }
        if (trials.size() <= MEANWHILE && MEANWHILE < trials.size() + batch.size()) {
            meanwhile.run();
        }
        Map<Architecture, Outcome> trained = train(batch, epochs);
        List<Trial> answer = new ArrayList<>();
        for (Architecture architecture : batch) {
            answer.add(finish(architecture, epochs, trained));
        }
        return answer;
    }

    /** Tells in the order of the proposals, as real trainings are told. */
    @Override
    public void evaluateSteadily(Iterator<Architecture> proposals, int width, Consumer<Trial> told)
            throws InterruptedException {
        if (width < 1) {
            throw breach(new IllegalArgumentException("wanted " + width + " trainings under way"));
        }
        Deque<Trial> underWay = new ArrayDeque<>();
        while (!exhausted() && proposals.hasNext()) {
            underWay.addAll(evaluate(List.of(proposals.next())));
            if (underWay.size() == width) {
                told.accept(underWay.remove());
            }
        }
        underWay.forEach(told);
    }

    @Override
    public <R extends Serializable> R perform(String name, Work<R> work) throws InterruptedException {
        if (!performed.add(name)) {
            throw breach(new IllegalArgumentException("used the name " + name + " for two pieces of work"));
        }
        if (!store.works.containsKey(name)) {
            takePiece();
            try {
                store.works.put(name, memory.perform(work, store.place(name)));
            } catch (Exception e) {
                throw new WorkFailedException(name, new Outcome.Failed(Outcome.Reason.ERROR, e.toString()));
            }
        }
        @SuppressWarnings("unchecked")
        R result = (R) store.works.get(name);
        return result;
    }

    /** Trains what is neither stored nor known. */
    private Map<Architecture, Outcome> train(List<Architecture> batch, int epochs) throws InterruptedException {
        Set<Architecture> fresh = new LinkedHashSet<>();
        for (int i = Math.max(0, store.trials.size() - trials.size()); i < batch.size(); i++) {
            Architecture network = ground.space().canonical(batch.get(i));
            if (!known.containsKey(new Training(network, epochs))) {
                fresh.add(network);
            }
        }
        Map<Architecture, Outcome> outcomes = new ConcurrentHashMap<>();
        if (workers == 1) {
            fresh.forEach(network -> outcomes.put(network, outcome(network, epochs)));
        } else {
            trainTogether(new ArrayList<>(fresh), epochs, outcomes);
        }
        return outcomes;
    }

    /** Workers take turns from the end, so that the first is finished last. */
    private void trainTogether(List<Architecture> networks, int epochs, Map<Architecture, Outcome> outcomes)
            throws InterruptedException {
        Collections.reverse(networks);
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        networks.forEach(network -> pool.execute(() -> outcomes.put(network, outcome(network, epochs))));
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the workers must end");
        }
    }

    private Outcome outcome(Architecture network, int epochs) {
        return failing.test(network)
                ? new Outcome.Failed(Outcome.Reason.DIVERGED, "as arranged")
                : new Outcome.Scored(score.applyAsDouble(network) * shown.applyAsDouble(epochs), Map.of());
    }

    private Trial finish(Architecture architecture, int epochs, Map<Architecture, Outcome> trained)
            throws InterruptedException {
        Trial trial;
        if (trials.size() < store.trials.size()) {
            trial = store.trials.get(trials.size());
            if (!trial.architecture().equals(architecture) || trial.epochs() != epochs) {
                throw breach(new IllegalStateException("proposed " + architecture + " where the interrupted search had "
                        + "proposed " + trial.architecture() + " as trial " + trial.number()));
            }
        } else {
            takePiece();
            trial = trial(architecture, epochs, trained);
            store.trials.add(trial);
        }
        trials.add(trial);
        known.putIfAbsent(new Training(ground.space().canonical(architecture), epochs), trial);
        return trial;
    }

    private Trial trial(Architecture architecture, int epochs, Map<Architecture, Outcome> trained) {
        Architecture network = ground.space().canonical(architecture);
        Trial original = known.get(new Training(network, epochs));
        if (original == null) {
            store.trainings.merge(new Training(network, epochs), 1, Integer::sum);
        }
        Outcome outcome = original == null ? trained.get(network) : original.outcome();
        return new Trial(
                trials.size(),
                architecture,
                ground.space().print(architecture),
                epochs,
                outcome,
                latency(architecture),
                outcome.score().isPresent()
                        ? OptionalDouble.of(
                                ground.objective().value(outcome.score().getAsDouble(), latency(architecture)))
                        : OptionalDouble.empty(),
                original == null ? Cost.measured(workers) : Cost.credit(original.cost()),
                original != null,
                0);
    }

    private void takePiece() throws InterruptedException {
        if (piecesUntilStop-- == 0) {
            stopped = true;
            throw new InterruptedException("the study is being stopped");
        }
    }

    private <E extends RuntimeException> E breach(E exception) {
        breaches.add(exception.getMessage());
        return exception;
    }
}
