package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

class SamplingPolicyTests {
    @Test
    void drawsTheQuantileAmongPossibleOptions() {
        double[] p = {0.2, 0, 0.5, 0.1};
        assertEquals(0, SamplingPolicy.draw(p, 0));
        assertEquals(0, SamplingPolicy.draw(p, 0.24));
        assertEquals(2, SamplingPolicy.draw(p, 0.26));
        assertEquals(2, SamplingPolicy.draw(p, 0.87));
        assertEquals(3, SamplingPolicy.draw(p, 0.88));
        assertEquals(3, SamplingPolicy.draw(p, Math.nextDown(1.0)));
    }

    @Test
    void neverDrawsTheImpossible() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double[] p = random.doubles(6).map(u -> u < 0.5 ? 0 : u).toArray();
            p[random.nextInt(6)] = 1e-9;
            assertTrue(p[SamplingPolicy.draw(p, random.nextDouble())] > 0);
        }
    }

    @Test
    void saysThatTheControllerDiverged() {
        double[] broken = {Double.NaN, 0.5};
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> SamplingPolicy.draw(broken, 0.5));
        assertTrue(error.getMessage().contains("learning-rate"), error.getMessage());
    }

    /** Extremely ragged decisions and a learning rate that throws the controller about. */
    @ParameterizedTest
    @EnumSource(Controller.class)
    void anAgitatedControllerStaysInsideARaggedSpace(Controller controller) throws InterruptedException {
        Ground ground = ToyGround.of(1, 9, 2, 1, 7, 3);
        TestLaboratory lab = new TestLaboratory(ground, network -> network.hashCode() % 2 == 0 ? 0 : 1, 3, 120);
        new Reinforce(new ReinforceSettings(controller, 3, 0.5, 0, 0.5, 3, 0.2, 8)).search(lab);
        SearchSpace space = ground.space();
        lab.trials().forEach(trial -> space.check(trial.architecture()));
        assertEquals(120, lab.trials().size());
    }
}
