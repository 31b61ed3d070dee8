package org.nasworkbench.strategy.evolution;

import io.jenetics.AnyChromosome;
import io.jenetics.AnyGene;
import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;

/** A population in which whoever joins takes the place of the oldest. For Jenetics an architecture is one gene. */
final class Aging {
    private final OneDecision mutation;
    private final TournamentSelector<AnyGene<Architecture>, Double> tournament;
    private final MSeq<Phenotype<AnyGene<Architecture>, Double>> alive;
    private int oldest;

    /**
     * The first population, the oldest first.
     *
     * @param sample so many compete for parenthood
     */
    Aging(OneDecision mutation, int sample, List<Trial> first) {
        this.mutation = mutation;
        tournament = new TournamentSelector<>(sample);
        alive = first.stream().map(Aging::phenotype).collect(MSeq.toMSeq());
    }

    /** A child of the best of a sample, with one decision changed. */
    Architecture child(RandomGenerator random) {
        return RandomRegistry.with(random, own -> {
            Architecture parent = tournament
                    .select(alive, 1, Optimize.MAXIMUM)
                    .get(0)
                    .genotype()
                    .gene()
                    .allele();
            return mutation.mutate(parent, random);
        });
    }

    void join(Trial trial) {
        alive.set(oldest, phenotype(trial));
        oldest = (oldest + 1) % alive.length();
    }

    /** A network that failed counts as worse than any other. */
    private static Phenotype<AnyGene<Architecture>, Double> phenotype(Trial trial) {
        return Phenotype.of(
                Genotype.of(AnyChromosome.of(trial::architecture)),
                0,
                trial.value().orElse(Double.NEGATIVE_INFINITY));
    }
}
