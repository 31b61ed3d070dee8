package org.nasworkbench.experiment.run;

import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.Work;

/** Where a laboratory gets its answers: from training networks, or from a table. */
interface Answers {
    /** What training a network gave and cost. */
    record Answer(Outcome outcome, Cost cost) {}

    /** Seconds by a table's record that an answer will cost; 0 where nothing is simulated. */
    double simulatedSeconds(Architecture architecture, int epochs);

    /**
     * Trains a network.
     *
     * @param repeat how often this run has had the network trained before
     * @param record gets the answer before anybody else sees it
     */
    CompletableFuture<Answer> ask(Architecture architecture, int epochs, int repeat, Consumer<Answer> record);

    /** Does a strategy's own heavy work and returns its result. */
    <R extends Serializable> R perform(String name, Work<R> work) throws InterruptedException;

    /** Measured device-seconds that a piece of heavy work has cost. */
    double chargedSeconds(Work<?> work);
}
