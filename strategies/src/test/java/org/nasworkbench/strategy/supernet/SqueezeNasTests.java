package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;

/** The contract on a real task: every search trains a small supernet. */
class SqueezeNasTests extends SearchStrategyContract {
    private static final int SAMPLES = 10;
    private static final ChainSpace SPACE = SupernetGround.SPACE;
    private static final Ground GROUND = new Ground(
            SPACE,
            new Objective(Objective.Form.SOFT, new Latency(4.0 * SPACE.blocks()), -0.07),
            Optional.of(ToyGround.latency(SPACE)),
            new Training(SupernetGround.TASK, SupernetGround.PROTOCOL));

    @Override
    protected SearchStrategy strategy() {
        SqueezeNasProvider provider = new SqueezeNasProvider();
        return provider.create(new Settings(
                provider.settings(),
                Map.of("epochs", 2, "warmup-epochs", 1, "samples", SAMPLES, "logits-learning-rate", 0.2)));
    }

    @Override
    protected Ground ground() {
        return GROUND;
    }

    /** It trains as many networks as its samples say. */
    @Override
    protected boolean usesTheWholeBudget() {
        return false;
    }

    /** Before and after the supernet, amid the samples, and before the last of them. */
    @Override
    protected IntStream interruptions() {
        return IntStream.of(0, 1, 5, SAMPLES);
    }

    @Override
    protected void disturbAmbientRandomness() {
        super.disturbAmbientRandomness();
        Engine.getInstance().setRandomSeed((int) System.nanoTime());
    }

    @Test
    void tracesTheHealthOfEveryEpoch() throws InterruptedException {
        TestLaboratory lab = laboratory(3);
        strategy().search(lab);
        assertEquals(SAMPLES, lab.trials().size());
        for (String series : List.of("supernet-loss", "entropy", "skip-share", "expected-latency-ratio")) {
            assertEquals(List.of(0, 1), steps(lab, series), series);
        }
        assertEquals(List.of(1), steps(lab, "supernet-search-loss"), "the first epoch only warms up");
    }

    @Test
    void aSpaceThatIsNoChainIsRefused() {
        TestLaboratory lab = new TestLaboratory(ToyGround.of(3, 3), network -> 0.5, 1, 3);
        assertThrows(IllegalArgumentException.class, () -> strategy().search(lab));
    }

    @Test
    void aSupernetThatOnlyWarmsUpIsRefused() {
        SqueezeNasProvider provider = new SqueezeNasProvider();
        Settings settings = new Settings(provider.settings(), Map.of("epochs", 5, "warmup-epochs", 5));
        assertThrows(IllegalArgumentException.class, () -> provider.create(settings));
    }

    @Test
    void theFirstDrawIsTheLikeliestNetwork() {
        float[][] logits = new float[SPACE.blocks()][SPACE.options().size()];
        int[] likeliest = {3, 12, 0, 7, 5};
        for (int b = 0; b < logits.length; b++) {
            logits[b][likeliest[b]] = 0.01f;
        }
        for (int seed = 0; seed < 10; seed++) {
            assertEquals(
                    new Architecture(List.of(3, 12, 0, 7, 5)),
                    SqueezeNas.draw(SPACE, logits, 5, new SplittableRandom(seed))
                            .get(0));
        }
    }

    @Test
    void drawsAreDifferentNetworks() {
        ChainSpace space = SupernetGround.space("squeezenas-small", 3);
        float[][] logits = certain(space);
        for (int b = 0; b < 3; b++) {
            logits[b][12] = logits[b][0];
        }
        // k3_e1 or skip thrice: 8 ways to write 6 networks, since only the number of skips counts behind a stage's
        // first block.
        List<Architecture> drawn = SqueezeNas.draw(space, logits, 8, new SplittableRandom(1));
        assertEquals(6, drawn.size());
        assertEquals(6, drawn.stream().map(space::canonical).distinct().count());
    }

    @Test
    void aDistributionWithOneNetworkGivesItAfterABoundedNumberOfDraws() {
        int[] numbers = new int[1];
        RandomGenerator source = new SplittableRandom(1);
        RandomGenerator counting = () -> {
            numbers[0]++;
            return source.nextLong();
        };
        assertEquals(
                List.of(new Architecture(List.of(0, 0, 0, 0, 0))), SqueezeNas.draw(SPACE, certain(SPACE), 8, counting));
        assertTrue(numbers[0] <= 8 * 100 * SPACE.blocks(), numbers[0] + " numbers drawn");
    }

    /**
     * Behind the mode, an option of probability p comes next with probability p / (1 - p of the mode). Chi-squared with 11
     * degrees of freedom is above 37.4 with a probability below 0.0001.
     */
    @Test
    void drawsFollowTheDistribution() {
        int options = SPACE.options().size();
        float[][] logits = certain(SPACE);
        for (int o = 0; o < options; o++) {
            logits[0][o] = (float) Math.log(o + 1);
        }
        int draws = 4000;
        int[] seen = new int[options];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < draws; i++) {
            seen[SqueezeNas.draw(SPACE, logits, 2, random).get(1).choice(0)]++;
        }
        assertEquals(0, seen[options - 1], "the mode comes once");
        double chiSquared = 0;
        for (int o = 0; o < options - 1; o++) {
            double expected = draws * (o + 1) / 78.0;
            chiSquared += (seen[o] - expected) * (seen[o] - expected) / expected;
        }
        assertTrue(chiSquared < 37.4, "chi-squared " + chiSquared);
    }

    /** Logits of the network that has the first option everywhere, and hardly of any other. */
    private static float[][] certain(ChainSpace space) {
        float[][] logits = new float[space.blocks()][space.options().size()];
        for (float[] row : logits) {
            row[0] = 100;
        }
        return logits;
    }

    private static List<Integer> steps(TestLaboratory lab, String series) {
        return lab.traces().stream()
                .filter(trace -> trace.series().equals(series))
                .map(TestLaboratory.Trace::step)
                .toList();
    }
}
