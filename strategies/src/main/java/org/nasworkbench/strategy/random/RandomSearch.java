package org.nasworkbench.strategy.random;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * Evaluates uniform draws until the budget is used up and keeps the best. Li and Talwalkar, "Random Search and Reproducibility
 * for Neural Architecture Search", UAI 2019, arXiv 1902.07638: the baseline with early stopping left out.
 *
 * <p>Deviation: draws are independent, so the same network may be drawn twice; the laboratory answers the second from its cache.
 *
 * @param batch networks under way at a time, at least 1; does not change what is drawn
 */
public record RandomSearch(int batch) implements SearchStrategy {
    public RandomSearch {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1, but was " + batch);
        }
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        RandomGenerator random = lab.random("random-search");
        List<Trial> trials = new ArrayList<>();
        SearchSpace space = lab.ground().space();
        lab.evaluateSteadily(Stream.generate(() -> space.sample(random)).iterator(), batch, trials::add);
        return SearchResult.best(trials);
    }
}
