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
        Chromosome<IntegerGene> chromosome = parent.chromosome();
        int[] open = IntStream.range(0, chromosome.length())
                .filter(i -> chromosome.get(i).max() > 1)
                .toArray();
        int decision = open[random.nextInt(open.length)];
        IntegerGene gene = chromosome.get(decision);
        int other = random.nextInt(gene.max() - 1);
        MSeq<IntegerGene> genes = MSeq.of(chromosome);
        genes.set(decision, gene.newInstance((Integer) (other < gene.allele() ? other : other + 1)));
        return Genotype.of(chromosome.newInstance(genes.toISeq()));
    }
}
