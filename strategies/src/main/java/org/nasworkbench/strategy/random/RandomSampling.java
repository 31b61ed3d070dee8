package org.nasworkbench.strategy.random;

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
 * Draws a few architectures uniformly and selects none: what the search space alone is worth. Yang, Esperança and Carlucci, "NAS
 * evaluation is frustratingly hard", ICLR 2020, arXiv 1912.12522: a search is worth its improvement over the mean of
 * 8 random architectures.
 *
 * <p>The chosen network is the first draw that could be trained; the score claimed is the mean value of all that could.
 *
 * @param samples architectures to draw, at least 1; the paper's number is 8
 */
public record RandomSampling(int samples) implements SearchStrategy {
    public RandomSampling {
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be at least 1, but was " + samples);
        }
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        RandomGenerator random = lab.random("random-sampling");
        List<Trial> trials =
                lab.exhausted() ? List.of() : lab.evaluate(draw(lab.ground().space(), samples, random));
        List<Trial> trained =
                trials.stream().filter(trial -> trial.value().isPresent()).toList();
        double mean = trained.stream()
                .mapToDouble(trial -> trial.value().getAsDouble())
                .average()
                .orElse(Double.NaN);
        return new SearchResult(trained.stream().findFirst(), SearchResult.front(trials), mean);
    }

    static List<Architecture> draw(SearchSpace space, int number, RandomGenerator random) {
        return Stream.generate(() -> space.sample(random)).limit(number).toList();
    }
}
