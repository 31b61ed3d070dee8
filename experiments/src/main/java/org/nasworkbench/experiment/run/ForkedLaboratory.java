package org.nasworkbench.experiment.run;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.work.Work;

/** A laboratory with other randomness. */
record ForkedLaboratory(Laboratory laboratory, Function<String, RandomGenerator> randomness) implements Laboratory {
    @Override
    public Ground ground() {
        return laboratory.ground();
    }

    @Override
    public RandomGenerator random(String purpose) {
        return randomness.apply(purpose);
    }

    @Override
    public List<Trial> evaluate(List<Architecture> batch, int epochs) throws InterruptedException {
        return laboratory.evaluate(batch, epochs);
    }

    @Override
    public void evaluateSteadily(Iterator<Architecture> proposals, int width, Consumer<Trial> told)
            throws InterruptedException {
        laboratory.evaluateSteadily(proposals, width, told);
    }

    @Override
    public <R extends Serializable> R perform(String name, Work<R> work) throws InterruptedException {
        return laboratory.perform(name, work);
    }

    @Override
    public boolean exhausted() {
        return laboratory.exhausted();
    }

    @Override
    public void trace(int step, Map<String, Double> numbers) {
        laboratory.trace(step, numbers);
    }
}
