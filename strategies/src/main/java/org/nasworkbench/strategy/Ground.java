package org.nasworkbench.strategy;

import java.util.Optional;
import org.nasworkbench.evaluation.Evaluation;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.SearchSpace;

/**
 * The shared ground of a study: all strategies get this one object, so that they search the same space with the same latency
 * evaluator, objective and way to a score.
 *
 * @param latency empty where none is known; the objective is the score alone then
 */
public record Ground(
        SearchSpace space, Objective objective, Optional<LatencyEvaluator> latency, Evaluation evaluation) {
    public Ground {
        if (latency.isEmpty() && objective.form() != Objective.Form.NONE) {
            throw new IllegalArgumentException("an objective of form " + objective.form()
                    + " needs a latency evaluator, but there is none for " + space.name());
        }
    }

    /**
     * How networks are trained here.
     *
     * @throws IllegalArgumentException if they are not: scores come from a table
     */
    public Training training() {
        if (evaluation instanceof Training training) {
            return training;
        }
        throw new IllegalArgumentException("a strategy that trains weights of its own needs a task, but the scores of "
                + space.name() + " come from a table");
    }
}
