package org.nasworkbench.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.work.CostCategory;

class CostTests {
    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.NEGATIVE_INFINITY})
    void noColumnIsNegativeOrUnknown(double seconds) {
        assertThrows(IllegalArgumentException.class, () -> new Cost(seconds, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Cost(0, seconds, 0));
        assertThrows(IllegalArgumentException.class, () -> new Cost(0, 0, seconds));
    }

    @Test
    void aRepeatCostsNothingNewAndCarriesTheOriginalAsCredit() {
        assertEquals(new Cost(0, 12, 0), Cost.credit(Cost.measured(12)));
        assertEquals(new Cost(0, 30, 0), Cost.credit(new Cost(0, 0, 30)));
    }

    @Test
    void aRepeatOfARepeatCarriesTheSameCredit() {
        assertEquals(Cost.credit(Cost.measured(12)), Cost.credit(Cost.credit(Cost.measured(12))));
    }

    @ParameterizedTest
    @EnumSource(CostCategory.class)
    void categoriesAreFoundByTheirLabels(CostCategory category) {
        assertEquals(category, CostCategory.of(category.label()));
    }
}
