package org.nasworkbench.strategy;

import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.TrainingProtocol;

/**
 * The shared ground of a study: all strategies get this one object, so that they search the same space with the same latency
 * evaluator, objective, training protocol and data.
 */
public record Ground(
        SearchSpace space,
        Objective objective,
        LatencyEvaluator latency,
        SegmentationTask task,
        TrainingProtocol training) {}
