package org.nasworkbench.strategy.evolution;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The mutation: one decision, drawn uniformly from those with a choice, takes another option, drawn uniformly from the others.
 * (Jenetics' own mutators decide for each gene by itself, so that none or several change.)
 */
final class OneDecision implements Alterer<IntegerGene, Double> {
    @Override
    public AltererResult<IntegerGene, Double> alter(Seq<Phenotype<IntegerGene, Double>> population, long generation) {
        RandomGenerator random = RandomRegistry.random();
        ISeq<Phenotype<IntegerGene, Double>> children = ISeq.of(population.map(
                parent -> Phenotype.<IntegerGene, Double>of(mutate(parent.genotype(), random), generation)));
        return new AltererResult<>(children, children.length());
    }

    static Genotype<IntegerGene> mutate(Genotype<IntegerGene> parent, RandomGenerator random) {
        int[] open = IntStream.range(0, parent.length())
                .filter(i -> parent.get(i).gene().max() > 1)
                .toArray();
        int decision = open[random.nextInt(open.length)];
        IntegerGene gene = parent.get(decision).gene();
        int other = random.nextInt(gene.max() - 1);
        MSeq<Chromosome<IntegerGene>> chromosomes = MSeq.of(parent);
        chromosomes.set(
                decision,
                IntegerChromosome.of(IntegerGene.of(other < gene.allele() ? other : other + 1, gene.range())));
        return Genotype.of(chromosomes);
    }
}
