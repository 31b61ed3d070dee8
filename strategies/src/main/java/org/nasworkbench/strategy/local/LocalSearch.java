package org.nasworkbench.strategy.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * Climbs from a random network to better and better neighbours, which differ in one decision, until none is better; then from another
 * random network. White, Nolen and Savani, "Exploring the Loss Landscape in Neural Architecture Search", UAI 2021, arXiv 2005.02960,
 * algorithm 1; Den Ottelander, Dushatskiy, Virgolin and Bosman, "Local Search is a Remarkably Strong Baseline for Neural Architecture
 * Search", EMO 2021, arXiv 2004.08996.
 *
 * <p>Deviations: within a climb no network is evaluated twice, also where it is written differently; none of those left out could be
 * better than where the climb stands. A start that failed counts as worse than any neighbour that did not.
 *
 * @param step when to move
 * @param batch neighbours proposed at a time, at least 1
 */
public record LocalSearch(Step step, int batch) implements SearchStrategy {
    /** When a climb moves. */
    public enum Step {
        /** To the best of all neighbours, as White et al. do. */
        BEST,
        /** To the best of the first batch in which any is better; with a batch of 1 that is the first better neighbour. */
        FIRST
    }

    public LocalSearch {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1, but was " + batch);
        }
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        RandomGenerator random = lab.random("local-search");
        List<Trial> trials = new ArrayList<>();
        while (!lab.exhausted()) {
            Climb climb = new Climb(lab, random, trials);
            Optional<Trial> here = climb.start();
            while (here.isPresent()) {
                here = climb.step(here.get(), step, batch);
            }
        }
        return SearchResult.best(trials);
    }
}
