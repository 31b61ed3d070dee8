package org.nasworkbench.strategy.evolution;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.space.SearchSpace;

/**
 * The mutation: one decision, drawn uniformly from those with a choice, takes another option, drawn uniformly from the others.
 * (Jenetics' own mutators decide for each gene by itself, so that none or several change.)
 */
final class OneDecision implements Alterer<IntegerGene, Double> {
    private final int[] open;

    /** @throws IllegalArgumentException if the space leaves no choice */
    OneDecision(SearchSpace space) {
        open = IntStream.range(0, space.decisions().size())
                .filter(i -> space.decisions().get(i).size() > 1)
                .toArray();
        if (open.length == 0) {
            throw new IllegalArgumentException(
                    "evolution needs a decision with at least 2 options, but " + space.name() + " has none");
        }
    }

    @Override
    public AltererResult<IntegerGene, Double> alter(Seq<Phenotype<IntegerGene, Double>> population, long generation) {
        RandomGenerator random = RandomRegistry.random();
        ISeq<Phenotype<IntegerGene, Double>> children =
                ISeq.of(population.map(parent -> Phenotype.of(mutate(parent.genotype(), random), generation)));
        return new AltererResult<>(children, children.length());
    }

    Genotype<IntegerGene> mutate(Genotype<IntegerGene> parent, RandomGenerator random) {
        int decision = open[random.nextInt(open.length)];
        MSeq<Chromosome<IntegerGene>> chromosomes = MSeq.of(parent);
        chromosomes.set(decision, Encoding.otherOption(parent.get(decision), random));
        return Genotype.of(chromosomes);
    }
}
