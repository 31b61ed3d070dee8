package org.nasworkbench.latency.roofline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;

class RooflineTests {
    private static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.5, 2, 11, new Shape(3, 48, 64));

    @Test
    void aStepTakesTheLongerOfComputingAndMoving() {
        Roofline roofline = new Roofline(1000, 100, 4, 0);
        assertEquals(2, roofline.millis(new Step(1000, 10)), 1e-12, "2000 operations against 40 bytes");
        assertEquals(4, roofline.millis(new Step(1000, 100)), 1e-12, "2000 operations against 400 bytes");
        assertEquals(2, roofline.millis(new Step(1000, 50)), 1e-12, "on the ridge both take as long");
        assertEquals(2.5, new Roofline(1000, 100, 4, 0.5).millis(new Step(1000, 10)), 1e-12, "with an overhead");
    }

    @Test
    void noTimeIsBelowEitherBoundNorAboveBothTogether() {
        SplittableRandom random = new SplittableRandom(20090401);
        for (int i = 0; i < 300; i++) {
            Network network = SPACE.network(SPACE.sample(random));
            Roofline roofline = any(random);
            List<Step> steps = Step.of(network);
            double computing = 2.0 * network.macs() / roofline.operationsPerMilli();
            double moving = steps.stream().mapToLong(Step::values).sum() * roofline.bytes() / roofline.bytesPerMilli();
            double overhead = steps.size() * roofline.overheadMillis();
            double millis = roofline.millis(network) * (1 + 1e-12);
            assertTrue(millis >= computing + overhead, () -> roofline + " is below the operations of " + network);
            assertTrue(millis >= moving + overhead, () -> roofline + " is below the bytes of " + network);
            assertTrue(millis <= (computing + moving + overhead) * (1 + 1e-9), () -> roofline + " is above both");
        }
    }

    @Test
    void timesGrowWithTheImageAndNumbersAndShrinkWithTheChip() {
        SplittableRandom random = new SplittableRandom(20090402);
        for (int i = 0; i < 300; i++) {
            Architecture architecture = SPACE.sample(random);
            Roofline chip = any(random);
            double here = chip.millis(SPACE.network(architecture));
            Shape larger = new Shape(3, 48 + 16 * random.nextInt(1, 4), 64 + 16 * random.nextInt(4));
            assertTrue(chip.millis(SPACE.at(larger).network(architecture)) > here, () -> chip + " at " + larger);
            Network network = SPACE.network(architecture);
            double peak = chip.operationsPerMilli();
            double memory = chip.bytesPerMilli();
            double overhead = chip.overheadMillis();
            assertTrue(new Roofline(2 * peak, 2 * memory, chip.bytes(), overhead).millis(network) < here);
            assertTrue(new Roofline(2 * peak, memory, chip.bytes(), overhead).millis(network) <= here);
            assertTrue(new Roofline(peak, memory, 2 * chip.bytes(), overhead).millis(network) >= here);
        }
    }

    private static Roofline any(SplittableRandom random) {
        return new Roofline(
                Math.pow(10, random.nextDouble(6, 11)),
                Math.pow(10, random.nextDouble(4, 9)),
                1 << random.nextInt(3),
                random.nextBoolean() ? 0 : random.nextDouble(0.01));
    }
}
