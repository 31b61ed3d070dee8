package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.BetterThanRandom;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;
import org.nd4j.linalg.factory.Nd4j;

class ReinforceTests extends SearchStrategyContract {
    @Override
    protected SearchStrategy strategy() {
        return new Reinforce(new ReinforceSettings(5, 0.01, 0.01, 0.9, 2, 0.2, 16));
    }

    @Override
    protected int budget() {
        return 14;
    }

    @Override
    protected void disturbAmbientRandomness() {
        super.disturbAmbientRandomness();
        Nd4j.getRandom().setSeed(System.nanoTime());
    }

    @Test
    void beginsUniformAndGrowsSure() throws InterruptedException {
        List<Double> entropies = trace(search(1, 400), "entropy");
        double uniform = (Math.log(4) + Math.log(1) + 2 * Math.log(3) + Math.log(5)) / 5;
        assertEquals(uniform, entropies.get(0), 1e-5);
        assertTrue(entropies.get(entropies.size() - 1) < uniform / 2, "entropies " + entropies);
    }

    @Test
    void movesTowardsWhatIsWorthMost() throws InterruptedException {
        List<Double> means = trace(search(2, 400), "mean-value");
        double first = mean(means.subList(0, 20));
        double last = mean(means.subList(means.size() - 20, means.size()));
        assertTrue(last > first + 0.15, "the mean value went from " + first + " to " + last);
    }

    @Test
    void countsDistinctNetworks() throws InterruptedException {
        TestLaboratory lab = search(3, 40);
        List<Double> distinct = trace(lab, "distinct");
        long expected = lab.trials().stream()
                .map(trial -> lab.ground().space().canonical(trial.architecture()))
                .distinct()
                .count();
        assertEquals(expected, distinct.get(distinct.size() - 1));
    }

    @Test
    void aClippedBatchIsLearntFromAndEndsTheSearch() throws InterruptedException {
        TestLaboratory lab = search(4, 6);
        assertEquals(6, lab.trials().size());
        assertEquals(2, trace(lab, "entropy").size());
    }

    /** Were they equally good, it would pass with a probability below {@link BetterThanRandom#ALPHA}. */
    @Test
    void findsBetterThanRandomSearch() throws InterruptedException {
        BetterThanRandom.assertBetter(
                new Reinforce(new ReinforceSettings(4, 0.03, 0.01, 0.9, 1, 0.2, 16)),
                ToyGround.of(5, 5, 5, 5, 5, 5),
                120);
    }

    private static TestLaboratory search(long seed, int budget) throws InterruptedException {
        Ground ground = ToyGround.of(4, 1, 3, 3, 5);
        TestLaboratory lab = new TestLaboratory(ground, network -> ToyGround.score(ground, network), seed, budget);
        new Reinforce(new ReinforceSettings(4, 0.02, 0.001, 0.9, 1, 0.2, 16)).search(lab);
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
