package org.nasworkbench.strategy.evolution;

import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.util.MSeq;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two parents have two children. Each decision goes from one parent to the one child and from the other parent to the other, and may
 * then change. (Jenetics' crossovers act within one chromosome, which is one decision here.)
 *
 * @param crossover probability that children mix their parents' decisions rather than copy a parent
 * @param change probability of each decision with a choice to take another option
 */
record Mating(double crossover, double change) {
    List<Genotype<IntegerGene>> children(
            Genotype<IntegerGene> one, Genotype<IntegerGene> other, RandomGenerator random) {
        MSeq<Chromosome<IntegerGene>> first = MSeq.of(one);
        MSeq<Chromosome<IntegerGene>> second = MSeq.of(other);
        if (random.nextDouble() < crossover) {
            for (int i = 0; i < first.size(); i++) {
                if (random.nextBoolean()) {
                    first.swap(i, i + 1, second, i);
                }
            }
        }
        change(first, random);
        change(second, random);
        return List.of(Genotype.of(first), Genotype.of(second));
    }

    private void change(MSeq<Chromosome<IntegerGene>> decisions, RandomGenerator random) {
        for (int i = 0; i < decisions.size(); i++) {
            if (Encoding.isOpen(decisions.get(i)) && random.nextDouble() < change) {
                decisions.set(i, Encoding.otherOption(decisions.get(i), random));
            }
        }
    }
}
