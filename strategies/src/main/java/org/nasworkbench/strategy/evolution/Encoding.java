package org.nasworkbench.strategy.evolution;

import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.util.ISeq;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;

/**
 * Architectures as Jenetics genotypes: a chromosome of one gene for each decision, alleles in [0, options). (All genes of one
 * chromosome must have the same range, and decisions differ in their number of options.)
 */
record Encoding(SearchSpace space) {
    Genotype<IntegerGene> encode(Architecture architecture) {
        List<Decision> decisions = space.decisions();
        return Genotype.of(IntStream.range(0, decisions.size())
                .mapToObj(i -> IntegerChromosome.of(IntegerGene.of(
                        architecture.choice(i), 0, decisions.get(i).size())))
                .toList());
    }

    Architecture decode(Genotype<IntegerGene> genotype) {
        Integer[] choices = new Integer[genotype.length()];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = genotype.get(i).gene().allele();
        }
        return new Architecture(List.of(choices));
    }

    /** Whether a decision leaves a choice. */
    static boolean isOpen(Chromosome<IntegerGene> decision) {
        return decision.gene().max() > 1;
    }

    /** A decision for another option, drawn uniformly from the others. */
    static Chromosome<IntegerGene> otherOption(Chromosome<IntegerGene> decision, RandomGenerator random) {
        IntegerGene gene = decision.gene();
        int other = random.nextInt(gene.max() - 1);
        return decision.newInstance(ISeq.of(gene.newInstance(other < gene.allele() ? other : other + 1)));
    }
}
