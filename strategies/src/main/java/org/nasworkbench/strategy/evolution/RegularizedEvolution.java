package org.nasworkbench.strategy.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * Aging evolution: the best of a random sample has a child with one decision changed, and the oldest of the population dies. Real,
 * Aggarwal, Huang and Le, "Regularized Evolution for Image Classifier Architecture Search", AAAI 2019, arXiv 1802.01548,
 * algorithm 1. Their population is 100 and their sample 25, for 20,000 networks.
 *
 * <p>Deviations: a child always differs from its parent (the paper keeps the parent unchanged in 5 % of mutations). With
 * {@code offspring} above 1 a child joins when it is told, as from the paper's asynchronous workers; but real trainings are told in the
 * order of the proposals, see {@link Laboratory#evaluateSteadily}. The sample is drawn with replacement, as in the authors' published code. A network that failed is never chosen
 * over another, but ages like any other.
 *
 * <p>The population and the tournament are Jenetics'; the loop is ours, as Jenetics' engine would take longer to bring up
 * a child than a table takes to score it.
 *
 * @param population networks alive, at least 2
 * @param sample networks that compete for parenthood, at least 2
 * @param offspring children under way at a time, at least 1 and below the population
 */
public record RegularizedEvolution(int population, int sample, int offspring) implements SearchStrategy {
    static {
        Sequences.load();
    }

    /** Of the first population at least so many are under way at a time, to keep workers busy. */
    private static final int FIRST = 8;

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
        RandomGenerator random = lab.random("regularized-evolution");
        List<Trial> trials = new ArrayList<>();
        SearchSpace space = lab.ground().space();
        OneDecision mutation = new OneDecision(space);
        Stream<Architecture> first = Stream.generate(() -> space.sample(random)).limit(population);
        lab.evaluateSteadily(first.iterator(), Math.max(offspring, FIRST), trials::add);
        if (!lab.exhausted()) {
            Aging alive = new Aging(mutation, sample, trials);
            lab.evaluateSteadily(Stream.generate(() -> alive.child(random)).iterator(), offspring, trial -> {
                trials.add(trial);
                alive.join(trial);
            });
        }
        return SearchResult.best(trials);
    }
}
