package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.strategy.supernet.Recipe.Temperature;

class RecipeTests {
    @Test
    void aLinearTemperatureFallsInAStraightLineOverThreeQuartersOfTheEpochs() {
        Temperature linear = new Temperature(5, 1, false);
        assertEquals(5, linear.at(0, 41));
        assertEquals(3, linear.at(15, 41), 1e-12);
        assertEquals(1, linear.at(30, 41));
        assertEquals(1, linear.at(40, 41));
        assertEquals(5, linear.at(0, 1), "the only epoch");
        assertEquals(1, linear.at(1, 2), "the last of two");
    }

    /** FBNet's factor is 0.956 an epoch: from 5 to 0.0911 in the last of 90. */
    @Test
    void anExponentialTemperatureFallsByAFactorAnEpoch() {
        Temperature exponential = new Temperature(5, 5 * Math.pow(0.956, 89), true);
        for (int epoch = 1; epoch < 90; epoch++) {
            assertEquals(0.956, exponential.at(epoch, 90) / exponential.at(epoch - 1, 90), 1e-12);
        }
        assertEquals(0.0911, exponential.at(89, 90), 1e-4);
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void logitsAreThereExactlyWhereTheyLearn(Sampling sampling) {
        Recipe.LogitsRecipe other = sampling.learnsLogits() ? null : SupernetGround.logits(0.1, 0.2);
        assertThrows(IllegalArgumentException.class, () -> new Recipe(sampling, 0, other));
    }
}
