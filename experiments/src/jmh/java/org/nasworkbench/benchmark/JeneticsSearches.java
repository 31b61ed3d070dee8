package org.nasworkbench.benchmark;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Jenetics alone, as its users write it. Only who was changed is evaluated again. */
public class JeneticsSearches extends SearchBenchmark {
    private static final Genotype<IntegerGene> ANY = Genotype.of(IntegerChromosome.of(0, OPTIONS, DECISIONS));

    /** Draws are the same each time. */
    @Setup
    public void seed() {
        RandomRegistry.random(new SplittableRandom(SEED));
    }

    /** Population 50 and all else by default: crossover, mutation, 30 of a generation new. */
    @Benchmark
    public Phenotype<IntegerGene, Integer> geneticAlgorithm(Evaluations counter) {
        return best(engine(counter).populationSize(50).build(), counter);
    }

    /** Population 100, tournaments of 25, a generation of one child with one changed gene, and the oldest dies. */
    @Benchmark
    public Phenotype<IntegerGene, Integer> agingEvolution(Evaluations counter) {
        return best(
                engine(counter)
                        .populationSize(100)
                        .offspringSize(1)
                        .survivorsSize(99)
                        .offspringSelector(new TournamentSelector<>(25))
                        .survivorsSelector((queue, count, optimize) -> ISeq.of(queue.subSeq(queue.size() - count)))
                        .alterers(new OneGene())
                        .maximalPhenotypeAge(Long.MAX_VALUE)
                        .build(),
                counter);
    }

    private static Engine.Builder<IntegerGene, Integer> engine(Evaluations counter) {
        return Engine.builder(genotype -> sum(genotype, counter), ANY).executor(Runnable::run);
    }

    private static Phenotype<IntegerGene, Integer> best(Engine<IntegerGene, Integer> engine, Evaluations counter) {
        long last = counter.evaluations + EVALUATIONS;
        return engine.stream()
                .limit(generation -> counter.evaluations < last)
                .collect(EvolutionResult.toBestPhenotype());
    }

    private static int sum(Genotype<IntegerGene> genotype, Evaluations counter) {
        counter.evaluations++;
        int sum = 0;
        for (IntegerGene gene : genotype.chromosome()) {
            sum += gene.allele();
        }
        return sum;
    }

    /** Draws one gene anew. */
    private static final class OneGene implements Alterer<IntegerGene, Integer> {
        @Override
        public AltererResult<IntegerGene, Integer> alter(
                Seq<Phenotype<IntegerGene, Integer>> parents, long generation) {
            RandomGenerator random = RandomRegistry.random();
            ISeq<Phenotype<IntegerGene, Integer>> children = ISeq.of(parents.map(
                    parent -> Phenotype.<IntegerGene, Integer>of(changed(parent.genotype(), random), generation)));
            return new AltererResult<>(children, children.length());
        }

        private static Genotype<IntegerGene> changed(Genotype<IntegerGene> parent, RandomGenerator random) {
            Chromosome<IntegerGene> chromosome = parent.chromosome();
            MSeq<IntegerGene> genes = MSeq.of(chromosome);
            int place = random.nextInt(DECISIONS);
            genes.set(place, genes.get(place).newInstance(random.nextInt(OPTIONS)));
            return Genotype.of(chromosome.newInstance(genes.toISeq()));
        }
    }
}
