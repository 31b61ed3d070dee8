package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.WorkMemory;
import org.nasworkbench.work.Work;

/** The contract on a real task: small supernets, each trained once for all searches that ask for it. */
abstract class SupernetContract extends SearchStrategyContract {
    static final int SAMPLES = 10;

    private static final WorkMemory MEMORY = new WorkMemory();

    /** What offers the method. */
    abstract StrategyProvider provider();

    /** Settings besides {@code samples}. */
    abstract Map<String, Object> given();

    /** Pieces of work before the samples. */
    abstract int works();

    @Override
    protected SearchStrategy strategy() {
        Map<String, Object> given = new HashMap<>(given());
        given.put("samples", SAMPLES);
        return provider().create(new Settings(provider().settings(), given));
    }

    @Override
    protected Ground ground() {
        return SupernetGround.GROUND;
    }

    /** It trains as many networks as its samples say. */
    @Override
    protected boolean usesTheWholeBudget() {
        return false;
    }

    /** Before and after the supernet, amid the samples, and before the last of them. */
    @Override
    protected IntStream interruptions() {
        return IntStream.of(0, 1, works() + 4, works() + SAMPLES - 1).distinct();
    }

    @Override
    protected TestLaboratory laboratory(long seed, int budget) {
        return super.laboratory(seed, budget).remembering(MEMORY);
    }

    @Test
    void theSamplesAreTrained() throws InterruptedException {
        TestLaboratory lab = laboratory(3);
        strategy().search(lab);
        assertEquals(SAMPLES, lab.trials().size());
        assertEquals(List.of(0), steps(lab, "supernet-loss").subList(0, 1));
    }

    @Test
    void aSpaceThatIsNoChainIsRefused() {
        TestLaboratory lab = new TestLaboratory(ToyGround.of(3, 3), network -> 0.5, 1, 3);
        assertThrows(IllegalArgumentException.class, () -> strategy().search(lab));
    }

    static List<Integer> steps(TestLaboratory lab, String series) {
        return lab.traces().stream()
                .filter(trace -> trace.series().equals(series))
                .map(TestLaboratory.Trace::step)
                .toList();
    }

    /** What a search will do is what its plan counts: weights and, where there are such, all generations of scores, each with a time. */
    @Test
    void thePlanHoldsAllHeavyWork() {
        Settings settings = new Settings(provider().settings(), given());
        List<Work<?>> heavy = provider().plan(SupernetGround.GROUND, settings).heavyWork();
        assertEquals(works(), heavy.size());
        for (Work<?> work : new HashSet<>(heavy)) {
            double seconds = work.estimateSeconds(SupernetGround.Place.bare());
            assertTrue(seconds > 0 && seconds < 600, () -> work.title() + ": " + seconds + " s");
        }
        for (Work<?> work : heavy.subList(1, heavy.size())) {
            int generation = (int) given().getOrDefault("population", given().get("candidates"));
            assertEquals(generation, ((SharedScores) work).networks().size());
        }
    }
}
