package org.nasworkbench.experiment.run;

import java.io.Serializable;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.RecordedTrainings;
import org.nasworkbench.evaluation.RecordedTrainings.Recorded;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.Work;

/**
 * A table answers, at once.
 *
 * @param seed of the draws among several recorded trainings of one network
 */
record TableAnswers(RecordedTrainings table, long seed) implements Answers {
    @Override
    public double simulatedSeconds(Architecture architecture, int epochs) {
        return table.lookUp(architecture, epochs, 0).seconds();
    }

    @Override
    public CompletableFuture<Answer> ask(Architecture architecture, int epochs, int repeat, Consumer<Answer> record) {
        Recorded recorded = table.lookUp(architecture, epochs, draw(architecture, repeat));
        Answer answer = new Answer(recorded.outcome(), new Cost(0, 0, recorded.seconds()));
        record.accept(answer);
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public <R extends Serializable> R perform(String name, Work<R> work) {
        throw new IllegalArgumentException("a table holds trainings of single networks, but the strategy asks for "
                + work.title() + ": use a study with a task");
    }

    @Override
    public double chargedSeconds(Work<?> work) {
        return 0;
    }

    private long draw(Architecture architecture, int repeat) {
        return new SplittableRandom(seed + 31L * architecture.hashCode() + repeat).nextLong();
    }
}
