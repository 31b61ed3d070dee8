package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.strategy.BetterThanRandom;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;
import org.nd4j.linalg.factory.Nd4j;

/** What holds for every controller and both updates. */
abstract class ReinforceContract extends SearchStrategyContract {
    private final Controller controller;
    private final int epochs;

    ReinforceContract(Controller controller, int epochs) {
        this.controller = controller;
        this.epochs = epochs;
    }

    @Override
    protected SearchStrategy strategy() {
        // Adam moves a free logit by the rate alone, but one that is a sum over many weights by the rate of each.
        double rate = controller == Controller.LOGITS ? 0.1 : 0.03;
        return new Reinforce(new ReinforceSettings(controller, 4, rate, 0.01, 0.9, epochs, 0.2, 16));
    }

    @Override
    protected int budget() {
        return 10;
    }

    @Override
    protected void disturbAmbientRandomness() {
        super.disturbAmbientRandomness();
        Nd4j.getRandom().setSeed(System.nanoTime());
    }

    @Test
    void beginsUniformAndGrowsSureOfWhatIsWorthMost() throws InterruptedException {
        TestLaboratory lab = search(strategy(), 1, 400);
        List<Double> entropies = trace(lab, "entropy");
        double uniform = (Math.log(4) + Math.log(1) + 2 * Math.log(3) + Math.log(5)) / 5;
        assertEquals(uniform, entropies.get(0), 1e-9);
        assertTrue(entropies.get(entropies.size() - 1) < uniform / 2, "entropies " + entropies);
        List<Double> means = trace(lab, "mean-value");
        double first = mean(means.subList(0, 5));
        double last = mean(means.subList(means.size() - 20, means.size()));
        assertTrue(last > first + 0.15, "the mean value went from " + first + " to " + last);
    }

    @Test
    void countsDistinctNetworks() throws InterruptedException {
        TestLaboratory lab = search(strategy(), 3, 40);
        List<Double> distinct = trace(lab, "distinct");
        long expected = lab.trials().stream()
                .map(trial -> lab.ground().space().canonical(trial.architecture()))
                .distinct()
                .count();
        assertEquals(expected, distinct.get(distinct.size() - 1));
    }

    @Test
    void aClippedBatchIsLearntFromAndEndsTheSearch() throws InterruptedException {
        TestLaboratory lab = search(strategy(), 4, 6);
        assertEquals(6, lab.trials().size());
        assertEquals(2, trace(lab, "entropy").size());
    }

    /** Six searches of one strategy on four threads, each seed twice, against one after another. */
    @Test
    void searchesInOtherThreadsChangeNothing() throws InterruptedException, ExecutionException {
        SearchStrategy strategy = strategy();
        List<Callable<List<Trial>>> searches = new ArrayList<>();
        for (long seed : new long[] {1, 2, 3, 3, 2, 1}) {
            searches.add(() -> search(strategy, seed, 24).trials());
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Trial>>> together = threads.invokeAll(searches);
            for (int i = 0; i < searches.size(); i++) {
                int seed = Math.min(i, 5 - i) + 1;
                assertEquals(
                        search(strategy, seed, 24).trials(), together.get(i).get(), "seed " + seed);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Were they equally good, it would pass with a probability below {@link BetterThanRandom#ALPHA}. */
    @Test
    void findsBetterThanRandomSearch() throws InterruptedException {
        BetterThanRandom.assertBetter(strategy(), ToyGround.of(5, 5, 5, 5, 5, 5), 120);
    }

    private static TestLaboratory search(SearchStrategy strategy, long seed, int budget) throws InterruptedException {
        Ground ground = ToyGround.of(4, 1, 3, 3, 5);
        TestLaboratory lab = new TestLaboratory(ground, network -> ToyGround.score(ground, network), seed, budget);
        strategy.search(lab);
        return lab;
    }

    private static List<Double> trace(TestLaboratory lab, String series) {
        return lab.traces().stream()
                .filter(trace -> trace.series().equals(series))
                .map(TestLaboratory.Trace::value)
                .toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
