package org.nasworkbench.strategy.evolution;

import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.util.Factory;
import io.jenetics.util.RandomRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;

/**
 * Architectures as Jenetics genotypes: a chromosome of one gene for each decision, alleles in [0, options). (All genes of one
 * chromosome must have the same range, and decisions differ in their number of options.)
 */
record Encoding(SearchSpace space) implements Factory<Genotype<IntegerGene>> {
    /** A uniform draw, as every strategy's draws made by the space itself. */
    @Override
    public Genotype<IntegerGene> newInstance() {
        return encode(space.sample(RandomRegistry.random()));
    }

    Genotype<IntegerGene> encode(Architecture architecture) {
        List<Decision> decisions = space.decisions();
        return Genotype.of(IntStream.range(0, decisions.size())
                .mapToObj(i -> IntegerChromosome.of(IntegerGene.of(
                        architecture.choice(i), 0, decisions.get(i).size())))
                .toList());
    }

    Architecture decode(Genotype<IntegerGene> genotype) {
        return new Architecture(
                genotype.stream().map(chromosome -> chromosome.gene().allele()).toList());
    }
}
