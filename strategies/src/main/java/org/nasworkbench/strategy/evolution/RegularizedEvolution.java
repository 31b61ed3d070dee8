package org.nasworkbench.strategy.evolution;

import io.jenetics.IntegerGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * Aging evolution: the best of a random sample has a child with one decision changed, and the oldest of the population dies. Real,
 * Aggarwal, Huang and Le, "Regularized Evolution for Image Classifier Architecture Search", AAAI 2019, arXiv 1802.01548,
 * algorithm 1. Their population is 100 and their sample 25, for 20,000 networks.
 *
 * <p>Deviations: a child always differs from its parent (the paper keeps the parent unchanged in 5 % of mutations); with
 * {@code offspring} above 1 so many children are proposed before the first is known and so many of the oldest die at once: ages
 * run in blocks. The sample is drawn with replacement, as in the authors' published code. A network that failed is never chosen
 * over another, but ages like any other.
 *
 * <p>Genotypes, the tournament and the mutation are Jenetics'; the loop is ours, as Jenetics' engine would take longer to bring up
 * a child than a table takes to score it.
 *
 * @param population networks alive, at least 2
 * @param sample networks that compete for parenthood, at least 2
 * @param offspring networks proposed at a time, at least 1 and below the population
 */
public record RegularizedEvolution(int population, int sample, int offspring) implements SearchStrategy {
    /** The first population is proposed in chunks of at least so many, to keep workers busy. */
    private static final int CHUNK = 8;

    public RegularizedEvolution {
        if (population < 2) {
            throw new IllegalArgumentException("population must be at least 2, but was " + population);
        }
        if (sample < 2) {
            throw new IllegalArgumentException("sample must be at least 2, but was " + sample);
        }
        if (offspring < 1 || offspring >= population) {
            throw new IllegalArgumentException("offspring must be at least 1 and below the population of " + population
                    + ", but was " + offspring);
        }
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        RandomGenerator random = lab.random("regularized-evolution");
        Births<Double> births = new Births<>(lab, RegularizedEvolution::fitness);
        OneDecision mutation = new OneDecision(lab.ground().space());
        TournamentSelector<IntegerGene, Double> tournament = new TournamentSelector<>(sample);
        MSeq<Phenotype<IntegerGene, Double>> alive =
                MSeq.of(births.first(population, Math.max(offspring, CHUNK), random));
        int oldest = 0;
        while (!lab.exhausted()) {
            ISeq<Phenotype<IntegerGene, Double>> children = RandomRegistry.with(
                    random, own -> mutation.alter(tournament.select(alive, offspring, Optimize.MAXIMUM), 0)
                            .population());
            for (Phenotype<IntegerGene, Double> child : births.evaluate(children)) {
                alive.set(oldest, child);
                oldest = (oldest + 1) % population;
            }
        }
        return SearchResult.best(births.trials());
    }

    private static double fitness(Trial trial) {
        return trial.value().orElse(Double.NEGATIVE_INFINITY);
    }
}
