package org.nasworkbench.benchmark;

import java.io.IOException;
import org.nasworkbench.experiment.run.EngineBenchmark;
import org.openjdk.jmh.annotations.Benchmark;

/** Ours: strategy, laboratory, cache of repeats, budget; with and without the record on disk. Repeats are not counted. */
public class WorkbenchSearches extends SearchBenchmark {
    private final EngineBenchmark random = new EngineBenchmark("random-search", EVALUATIONS);
    private final EngineBenchmark evolution = new EngineBenchmark("regularized-evolution", EVALUATIONS);

    /** Batches of 64. */
    @Benchmark
    public void randomSearch(Evaluations counter) throws InterruptedException {
        counter.evaluations += random.withoutStore();
    }

    /** Batches of 64, each trial durable at the end. */
    @Benchmark
    public void randomSearchDurable(Evaluations counter) throws IOException, InterruptedException {
        counter.evaluations += random.durable();
    }

    /** Population 100, sample 25, one child at a time. */
    @Benchmark
    public void agingEvolution(Evaluations counter) throws InterruptedException {
        counter.evaluations += evolution.withoutStore();
    }

    /** Population 100, sample 25, one child at a time, each trial durable at the end. */
    @Benchmark
    public void agingEvolutionDurable(Evaluations counter) throws IOException, InterruptedException {
        counter.evaluations += evolution.durable();
    }
}
