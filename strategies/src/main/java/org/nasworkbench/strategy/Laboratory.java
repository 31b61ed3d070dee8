package org.nasworkbench.strategy;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.Work;

/**
 * A strategy's only door to training, latency, randomness, budget and cost. Everything that takes device time goes through
 * {@link #evaluate}, {@link #evaluateSteadily} or {@link #perform}, is charged to the ledger and is in the store before the strategy sees it.
 */
public interface Laboratory {
    /** What all strategies of the study share. */
    Ground ground();

    /** A generator of this run's own, derived from its seed by name: same purpose, same numbers from the start. */
    RandomGenerator random(String purpose);

    /**
     * Trains and scores architectures, in parallel where there are workers. An architecture with the canonical form of an
     * earlier one is answered from the cache.
     *
     * @param batch at least one architecture
     * @param epochs how long each is trained: one of the ground's {@linkplain org.nasworkbench.evaluation.Evaluation#epochs lengths}
     * @return trials in the order of the batch, failures among them; shorter than the batch, or empty, only where the budget
     *     ended in it
     * @throws IllegalStateException if the budget was used up before the call
     * @throws InterruptedException when the study is being stopped
     */
    List<Trial> evaluate(List<Architecture> batch, int epochs) throws InterruptedException;

    /** Trains and scores architectures at full length. */
    default List<Trial> evaluate(List<Architecture> batch) throws InterruptedException {
        return evaluate(batch, ground().evaluation().fullEpochs());
    }

    /**
     * Trains and scores architectures at full length without waiting for the slowest of a batch: as soon as one is told, the next is
     * proposed, until there are no more proposals or the budget is used up. Simulated trainings are told in the order of their
     * simulated ends; real ones in the order of the proposals, so that neither the speed nor the number of workers changes anything.
     *
     * @param proposals asked for the next one only when it can begin
     * @param width so many are under way at a time, at least 1
     * @param told gets each trial, failures among them
     * @throws InterruptedException when the study is being stopped
     */
    void evaluateSteadily(Iterator<Architecture> proposals, int width, Consumer<Trial> told)
            throws InterruptedException;

    /**
     * Does a piece of heavy work of the strategy's own, such as training shared weights. Charged, resumable, and answered from
     * the store after an interruption.
     *
     * @param name unique within the run
     * @throws WorkFailedException if it failed; its cost is on the ledger
     */
    <R extends Serializable> R perform(String name, Work<R> work) throws InterruptedException;

    /** Whether the budget (trainings, device time or money) is used up. */
    boolean exhausted();

    /** Records numbers about the search's health at a step, by the names of their series: all of them or none. */
    void trace(int step, Map<String, Double> numbers);

    /** Records a number about the search's health, such as the controller's entropy at a step. */
    default void trace(String series, int step, double value) {
        trace(step, Map.of(series, value));
    }

    /** The latency, where one is known; costs nothing. */
    default Optional<Latency> latency(Architecture architecture) {
        return ground().latency().map(evaluator -> evaluator.of(architecture));
    }
}
