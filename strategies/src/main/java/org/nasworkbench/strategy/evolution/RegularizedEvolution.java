package org.nasworkbench.strategy.evolution;

import io.jenetics.IntegerGene;
import io.jenetics.TournamentSelector;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * Aging evolution: the best of a random sample has a child with one decision changed, and the oldest of the population dies. Real,
 * Aggarwal, Huang and Le, "Regularized Evolution for Image Classifier Architecture Search", AAAI 2019, arXiv 1802.01548,
 * algorithm 1. Their population is 100 and their sample 25, for 20,000 networks.
 *
 * <p>Deviations: a child always differs from its parent (the paper keeps the parent unchanged in 5 % of mutations); with
 * {@code offspring} above 1 so many children are proposed before the first is known and so many of the oldest die at once: ages
 * run in blocks. The sample is drawn with replacement, as in the authors' published code. A network that failed is never chosen
 * over another, but ages like any other.
 *
 * @param population networks alive, at least 2
 * @param sample networks that compete for parenthood, at least 2
 * @param offspring networks proposed at a time, at least 1 and below the population
 */
public record RegularizedEvolution(int population, int sample, int offspring) implements SearchStrategy {
    /** The first population is proposed in chunks of at least so many, to keep workers busy. */
    private static final int CHUNK = 8;

    public RegularizedEvolution {
        if (population < 2) {
            throw new IllegalArgumentException("population must be at least 2, but was " + population);
        }
        if (sample < 2) {
            throw new IllegalArgumentException("sample must be at least 2, but was " + sample);
        }
        if (offspring < 1 || offspring >= population) {
            throw new IllegalArgumentException("offspring must be at least 1 and below the population of " + population
                    + ", but was " + offspring);
        }
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        Encoding encoding = new Encoding(withAChoice(lab.ground().space()));
        BatchEvaluator evaluator = new BatchEvaluator(lab, encoding, Math.max(offspring, CHUNK));
        Engine<IntegerGene, Double> engine = engine(evaluator, encoding);
        EvolutionStart<IntegerGene, Double> state = EvolutionStart.empty();
        try {
            for (int generation = 0; !lab.exhausted(); generation++) {
                EvolutionStart<IntegerGene, Double> parents = state;
                state = RandomRegistry.with(
                                lab.random("regularized-evolution/generation/" + generation),
                                random -> engine.evolve(parents))
                        .next();
            }
        } catch (BatchEvaluator.Interruption e) {
            throw e.interrupted();
        }
        return SearchResult.best(evaluator.trials());
    }

    private Engine<IntegerGene, Double> engine(BatchEvaluator evaluator, Encoding encoding) {
        return new Engine.Builder<>(evaluator, encoding)
                .populationSize(population)
                .offspringSize(offspring)
                .survivorsSize(population - offspring)
                .offspringSelector(new TournamentSelector<>(sample))
                // The engine appends children behind survivors, so the population is a queue and its end is young.
                .survivorsSelector((queue, count, optimize) -> ISeq.of(queue.subSeq(queue.size() - count)))
                .alterers(new OneDecision())
                // The default, 70, would silently replace the long-lived by random ones.
                .maximalPhenotypeAge(Long.MAX_VALUE)
                .executor(Runnable::run)
                .build();
    }

    private static SearchSpace withAChoice(SearchSpace space) {
        if (space.decisions().stream().mapToInt(Decision::size).max().orElse(0) < 2) {
            throw new IllegalArgumentException(
                    "evolution needs a decision with at least 2 options, but " + space.name() + " has none");
        }
        return space;
    }
}
