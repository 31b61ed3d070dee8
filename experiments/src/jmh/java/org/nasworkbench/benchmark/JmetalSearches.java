package org.nasworkbench.benchmark;

import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.uma.jmetal.algorithm.Algorithm;
import org.uma.jmetal.algorithm.multiobjective.nsgaii.NSGAIIBuilder;
import org.uma.jmetal.algorithm.singleobjective.geneticalgorithm.GeneticAlgorithmBuilder;
import org.uma.jmetal.operator.crossover.impl.IntegerSBXCrossover;
import org.uma.jmetal.operator.mutation.impl.IntegerPolynomialMutation;
import org.uma.jmetal.problem.integerproblem.impl.AbstractIntegerProblem;
import org.uma.jmetal.solution.integersolution.IntegerSolution;
import org.uma.jmetal.util.pseudorandom.JMetalRandom;

/** jMetal with its operators for integers and a population of 100. */
public class JmetalSearches extends SearchBenchmark {
    private static final int POPULATION = 100;
    private static final double CROSSOVER = 0.9;
    private static final double MUTATION = 1.0 / DECISIONS;
    private static final double DISTRIBUTION_INDEX = 20;

    /** Draws are the same each time. */
    @Setup
    public void seed() {
        JMetalRandom.getInstance().setSeed(SEED);
    }

    /** The genetic algorithm for one objective, by generations. */
    @Benchmark
    public IntegerSolution geneticAlgorithm(Evaluations counter) {
        Algorithm<IntegerSolution> algorithm = new GeneticAlgorithmBuilder<>(
                        new ChoiceSum(counter), crossover(), mutation())
                .setPopulationSize(POPULATION)
                .setMaxEvaluations(EVALUATIONS)
                .build();
        algorithm.run();
        return algorithm.result();
    }

    /** NSGA-II. */
    @Benchmark
    public List<IntegerSolution> nsgaII(Evaluations counter) {
        Algorithm<List<IntegerSolution>> algorithm = new NSGAIIBuilder<>(
                        new ChoiceSum(counter), crossover(), mutation(), POPULATION)
                .setMaxEvaluations(EVALUATIONS)
                .build();
        algorithm.run();
        return algorithm.result();
    }

    private static IntegerSBXCrossover crossover() {
        return new IntegerSBXCrossover(CROSSOVER, DISTRIBUTION_INDEX);
    }

    private static IntegerPolynomialMutation mutation() {
        return new IntegerPolynomialMutation(MUTATION, DISTRIBUTION_INDEX);
    }

    /** The problem; jMetal minimizes. */
    private static final class ChoiceSum extends AbstractIntegerProblem {
        private static final long serialVersionUID = 1;

        private final transient Evaluations counter;

        ChoiceSum(Evaluations counter) {
            this.counter = counter;
            name("sum of choices");
            numberOfObjectives(1);
            variableBounds(Collections.nCopies(DECISIONS, 0), Collections.nCopies(DECISIONS, OPTIONS - 1));
        }

        @Override
        public IntegerSolution evaluate(IntegerSolution solution) {
            counter.evaluations++;
            int sum = 0;
            for (int choice : solution.variables()) {
                sum += choice;
            }
            solution.objectives()[0] = -sum;
            return solution;
        }
    }
}
