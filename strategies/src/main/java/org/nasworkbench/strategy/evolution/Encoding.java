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

/** Architectures as Jenetics genotypes: one chromosome, one gene a decision, alleles in [0, options). */
record Encoding(SearchSpace space) implements Factory<Genotype<IntegerGene>> {
    /** A uniform draw, as every strategy's draws made by the space itself. */
    @Override
    public Genotype<IntegerGene> newInstance() {
        return encode(space.sample(RandomRegistry.random()));
    }

    Genotype<IntegerGene> encode(Architecture architecture) {
        List<Decision> decisions = space.decisions();
        return Genotype.of(IntegerChromosome.of(IntStream.range(0, decisions.size())
                .mapToObj(i -> IntegerGene.of(
                        architecture.choice(i), 0, decisions.get(i).size()))
                .toList()));
    }

    Architecture decode(Genotype<IntegerGene> genotype) {
        return new Architecture(
                genotype.chromosome().stream().map(IntegerGene::allele).toList());
    }
}
