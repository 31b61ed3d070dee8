package org.nasworkbench.strategy.evolution;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.ext.moea.VecFactory;
import io.jenetics.util.ISeq;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * NSGA-II: evolves a whole front of networks, from accurate to fast. Deb, Pratap, Agarwal and Meyarivan, "A Fast and Elitist
 * Multiobjective Genetic Algorithm: NSGA-II", IEEE Transactions on Evolutionary Computation 6(2), 2002, doi 10.1109/4235.996017. For
 * architecture search: Lu et al., "NSGA-Net", GECCO 2019, arXiv 1810.03522.
 *
 * <p>Score up and latency down are its two objectives; the study's own only says at the end which of all networks is chosen. Parents
 * and children together are cut to the population in the crowded order: by rank of non-domination, within a rank by distance to
 * neighbours. Parents are the winners of binary tournaments in the same order.
 *
 * <p>Deviations: decisions are neither real numbers nor bits, so crossover is uniform, and mutation takes another option. The selector is
 * that of Jenetics, which measures the distance to neighbours of any rank, not of the same. A network that failed counts as the worst in
 * both objectives.
 *
 * @param population parents, and children of a generation, at least 2
 * @param crossover probability that two children mix their parents, in [0, 1]; the paper's is 0.9
 * @param changes decisions that mutation changes in a child, on average, at least 0; the paper's is 1
 */
public record Nsga2(int population, double crossover, double changes) implements SearchStrategy {
    static {
        Sequences.load();
    }

    private static final VecFactory<double[]> OBJECTIVES = VecFactory.ofDoubleVec(Optimize.MAXIMUM, Optimize.MINIMUM);

    public Nsga2 {
        if (population < 2) {
            throw new IllegalArgumentException("population must be at least 2, but was " + population);
        }
        if (!(crossover >= 0 && crossover <= 1)) {
            throw new IllegalArgumentException("crossover must be a probability in [0, 1], but was " + crossover);
        }
        if (!(changes >= 0)) {
            throw new IllegalArgumentException("changes must be at least 0, but was " + changes);
        }
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        requireLatency(lab.ground());
        RandomGenerator random = lab.random("nsga2");
        Encoding encoding = new Encoding(lab.ground().space());
        List<Trial> trials = new ArrayList<>();
        Mating mating = new Mating(crossover, probability(lab.ground().space()));
        NSGA2Selector<IntegerGene, Vec<double[]>> crowded = NSGA2Selector.ofVec();
        ISeq<Phenotype<IntegerGene, Vec<double[]>>> alive = evaluate(
                Stream.generate(() -> encoding.encode(lab.ground().space().sample(random)))
                        .limit(population)
                        .toList(),
                lab,
                trials);
        while (!lab.exhausted()) {
            ISeq<Phenotype<IntegerGene, Vec<double[]>>> parents = crowded.select(alive, population, Optimize.MAXIMUM);
            List<Genotype<IntegerGene>> children = Stream.generate(
                            () -> mating.children(winner(parents, random), winner(parents, random), random))
                    .flatMap(List::stream)
                    .limit(population)
                    .toList();
            alive = parents.append(evaluate(children, lab, trials));
        }
        return SearchResult.best(trials);
    }

    /** Those evaluated, in the same order; fewer where the budget ended. */
    private static ISeq<Phenotype<IntegerGene, Vec<double[]>>> evaluate(
            List<Genotype<IntegerGene>> newborn, Laboratory lab, List<Trial> trials) throws InterruptedException {
        Encoding encoding = new Encoding(lab.ground().space());
        List<Trial> answers =
                lab.evaluate(newborn.stream().map(encoding::decode).toList());
        trials.addAll(answers);
        return IntStream.range(0, answers.size())
                .mapToObj(i -> Phenotype.of(newborn.get(i), 0, fitness(answers.get(i))))
                .collect(ISeq.toISeq());
    }

    /** @throws IllegalArgumentException if no latency is known */
    static void requireLatency(Ground ground) {
        if (ground.latency().isEmpty()) {
            throw new IllegalArgumentException("nsga2 trades score for latency, but none is known for "
                    + ground.space().name() + ": name a column of latencies, or use regularized-evolution");
        }
    }

    private double probability(SearchSpace space) {
        long open = space.decisions().stream()
                .filter(decision -> decision.size() > 1)
                .count();
        return changes / Math.max(1, open);
    }

    /** Of two drawn, the one that is first in the crowded order, in which the selector returns them. */
    private static Genotype<IntegerGene> winner(
            ISeq<Phenotype<IntegerGene, Vec<double[]>>> ordered, RandomGenerator random) {
        return ordered.get(Math.min(random.nextInt(ordered.size()), random.nextInt(ordered.size())))
                .genotype();
    }

    private static Vec<double[]> fitness(Trial trial) {
        double millis = trial.outcome().score().isPresent()
                ? trial.latency().map(Latency::millis).orElseThrow()
                : Double.MAX_VALUE;
        return OBJECTIVES.newVec(new double[] {trial.outcome().score().orElse(0), millis});
    }
}
