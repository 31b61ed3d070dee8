package org.nasworkbench.benchmark;

import org.moeaframework.algorithm.NSGAII;
import org.moeaframework.algorithm.RandomSearch;
import org.moeaframework.core.Algorithm;
import org.moeaframework.core.NondominatedPopulation;
import org.moeaframework.core.PRNG;
import org.moeaframework.core.Solution;
import org.moeaframework.core.variable.EncodingUtils;
import org.moeaframework.problem.AbstractProblem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** MOEA Framework with integers in its usual encoding, and all else by default. */
public class MoeaSearches extends SearchBenchmark {
    /** Draws are the same each time. */
    @Setup
    public void seed() {
        PRNG.setSeed(SEED);
    }

    /** NSGA-II, whose population is 100. */
    @Benchmark
    public NondominatedPopulation nsgaII(Evaluations counter) {
        return result(new NSGAII(new ChoiceSum(counter)));
    }

    /** Random search. */
    @Benchmark
    public NondominatedPopulation randomSearch(Evaluations counter) {
        return result(new RandomSearch(new ChoiceSum(counter)));
    }

    private static NondominatedPopulation result(Algorithm algorithm) {
        algorithm.run(EVALUATIONS);
        return algorithm.getResult();
    }

    /** The problem; the framework minimizes. */
    private static final class ChoiceSum extends AbstractProblem {
        private final Evaluations counter;

        ChoiceSum(Evaluations counter) {
            super(DECISIONS, 1);
            this.counter = counter;
        }

        @Override
        public void evaluate(Solution solution) {
            counter.evaluations++;
            int sum = 0;
            for (int i = 0; i < DECISIONS; i++) {
                sum += EncodingUtils.getInt(solution.getVariable(i));
            }
            solution.setObjective(0, -sum);
        }

        @Override
        public Solution newSolution() {
            Solution solution = new Solution(DECISIONS, 1);
            for (int i = 0; i < DECISIONS; i++) {
                solution.setVariable(i, EncodingUtils.newInt(0, OPTIONS - 1));
            }
            return solution;
        }
    }
}
