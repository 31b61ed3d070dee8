package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingAverageTests {
    @Test
    void weighsEachValueLessThanTheNext() {
        MovingAverage average = new MovingAverage(0.5);
        average.add(4);
        average.add(1);
        assertEquals((0.5 * 4 + 1) / 1.5, average.orElse(9), 1e-12);
    }

    @Test
    void isTheGivenValueBeforeTheFirst() {
        assertEquals(9, new MovingAverage(0.9).orElse(9));
    }

    @Test
    void keepsTheLastValueOrAllOfThemAtTheEnds() {
        MovingAverage last = new MovingAverage(0);
        MovingAverage all = new MovingAverage(1);
        for (double value : new double[] {1, 2, 6}) {
            last.add(value);
            all.add(value);
        }
        assertEquals(6, last.orElse(9));
        assertEquals(3, all.orElse(9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9, 1})
    void aConstantIsItsOwnAverage(double decay) {
        MovingAverage average = new MovingAverage(decay);
        double constant = new SplittableRandom(1).nextDouble();
        for (int i = 0; i < 100; i++) {
            average.add(constant);
            assertEquals(constant, average.orElse(9), 1e-12);
        }
    }
}
