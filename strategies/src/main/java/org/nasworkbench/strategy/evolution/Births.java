package org.nasworkbench.strategy.evolution;

import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.strategy.Laboratory;

/**
 * Lets the laboratory evaluate whoever is born.
 *
 * @param <C> how fitness is told
 */
final class Births<C extends Comparable<? super C>> {
    private final Laboratory lab;
    private final Encoding encoding;
    private final Function<Trial, C> fitness;
    private final List<Trial> trials = new ArrayList<>();

    /** @param fitness of any trial, failures included */
    Births(Laboratory lab, Function<Trial, C> fitness) {
        this.lab = lab;
        this.encoding = new Encoding(lab.ground().space());
        this.fitness = fitness;
    }

    /** Everything evaluated so far. */
    List<Trial> trials() {
        return trials;
    }

    /**
     * Uniform draws, made by the space itself as every strategy's draws are.
     *
     * @param chunk most to propose at once
     * @return fewer than {@code number} where the budget ended
     */
    ISeq<Phenotype<IntegerGene, C>> first(int number, int chunk, RandomGenerator random) throws InterruptedException {
        List<Phenotype<IntegerGene, C>> drawn = Stream.generate(
                        () -> encoding.encode(lab.ground().space().sample(random)))
                .limit(number)
                .map(genotype -> Phenotype.<IntegerGene, C>of(genotype, 0))
                .toList();
        List<Phenotype<IntegerGene, C>> born = new ArrayList<>();
        for (int from = 0; from < number && !lab.exhausted(); from += chunk) {
            evaluate(ISeq.of(drawn.subList(from, Math.min(from + chunk, number))))
                    .forEach(born::add);
        }
        return ISeq.of(born);
    }

    /** The newborn with their fitness, in the same order; fewer where the budget ended. */
    ISeq<Phenotype<IntegerGene, C>> evaluate(Seq<Phenotype<IntegerGene, C>> newborn) throws InterruptedException {
        List<Trial> answers = lab.evaluate(
                newborn.stream().map(child -> encoding.decode(child.genotype())).toList());
        trials.addAll(answers);
        List<Phenotype<IntegerGene, C>> born = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            born.add(newborn.get(i).withFitness(fitness.apply(answers.get(i))));
        }
        return ISeq.of(born);
    }
}
