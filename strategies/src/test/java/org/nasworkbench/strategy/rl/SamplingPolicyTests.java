package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;

class SamplingPolicyTests {
    private static final double OUT = ArchitectureEnvironment.FORBIDDEN;

    @Test
    void drawsTheQuantileAmongAllowedOptions() {
        double[] p = {0.2, 0.3, 0.4, 0.1};
        double[] mask = {0, OUT, 0, 0};
        assertEquals(0, SamplingPolicy.draw(p, mask, 0));
        assertEquals(0, SamplingPolicy.draw(p, mask, 0.28));
        assertEquals(2, SamplingPolicy.draw(p, mask, 0.29));
        assertEquals(2, SamplingPolicy.draw(p, mask, 0.85));
        assertEquals(3, SamplingPolicy.draw(p, mask, 0.86));
        assertEquals(3, SamplingPolicy.draw(p, mask, Math.nextDown(1.0)));
    }

    @Test
    void neverDrawsWhatTheMaskForbids() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double[] p = random.doubles(6).toArray();
            double[] mask = random.doubles(6).map(u -> u < 0.5 ? 0 : OUT).toArray();
            mask[random.nextInt(6)] = 0;
            assertEquals(0, mask[SamplingPolicy.draw(p, mask, random.nextDouble())]);
        }
    }

    @Test
    void saysThatTheControllerDiverged() {
        double[] broken = {Double.NaN, 0.5};
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> SamplingPolicy.draw(broken, new double[2], 0.5));
        assertTrue(error.getMessage().contains("learning-rate"), error.getMessage());
    }

    /** Extremely ragged decisions and a learning rate that throws the controller about. */
    @Test
    void anAgitatedControllerStaysInsideARaggedSpace() throws InterruptedException {
        Ground ground = ToyGround.of(1, 9, 2, 1, 7, 3);
        TestLaboratory lab = new TestLaboratory(ground, network -> network.hashCode() % 2 == 0 ? 0 : 1, 3, 120);
        new Reinforce(new ReinforceSettings(3, 0.5, 0, 0.5, 3, 0.2, 8)).search(lab);
        SearchSpace space = ground.space();
        lab.trials().forEach(trial -> space.check(trial.architecture()));
        assertEquals(120, lab.trials().size());
    }
}
