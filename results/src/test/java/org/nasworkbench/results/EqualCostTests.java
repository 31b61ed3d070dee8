package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EqualCostTests {
    private static final StudyResults STUDY = MadeStudy.of("evolution", 1, 0.2, 0.1, 0.6, 0.9)
            .and("evolution", 2, 0.3, 0.4, 0.2)
            .and("reinforce", 1, 0.1, 0.2, 0.3, 0.1, 0.8)
            .and("reinforce", 2, 0.4, 0.1, 0.1)
            .and("slow", 1, 0.5)
            .and("slow", 2, 0.5, 0.5, 0.5)
            .and("random-sampling", 1, 0.7, 0.7, 0.7)
            .results();

    private static TreeMap<Long, Double> seeds(double first, double second) {
        return new TreeMap<>(Map.of(1L, first, 2L, second));
    }

    @Test
    void runsAreComparedWhereAllHaveSpentTheSame() {
        EqualCost cost = EqualCost.of(STUDY, Incumbent.Axis.SIMULATED_SECONDS, 25);
        assertEquals(
                Map.of("evolution", seeds(0.2, 0.4), "reinforce", seeds(0.2, 0.4)),
                cost.values().byStrategy());
        assertEquals(List.of("slow"), cost.leftOut(), "one of its runs had ended");
        assertEquals(
                seeds(0.6, 0.4),
                EqualCost.of(STUDY, Incumbent.Axis.TRAININGS, 3)
                        .values()
                        .byStrategy()
                        .get("evolution"));
    }

    @Test
    void theFirstEndIsTheLastPlaceWhereAllAreStillThere() {
        EqualCost cost = EqualCost.ofFirstEnd(STUDY, Incumbent.Axis.DEVICE_SECONDS);
        assertEquals(1, cost.spent());
        assertEquals(List.of(), cost.leftOut());
        assertEquals(
                Map.of("evolution", seeds(0.2, 0.3), "reinforce", seeds(0.1, 0.4), "slow", seeds(0.5, 0.5)),
                cost.values().byStrategy());
    }

    @Test
    void aSearchOfWhichARunFoundNothingDoesNotSetTheCost() {
        StudyResults study = MadeStudy.of("a", 1, 0.1, 0.2, 0.3)
                .and("b", 1, 0.3, 0.4)
                .and("dead", 1)
                .results();
        EqualCost cost = EqualCost.ofFirstEnd(study, Incumbent.Axis.TRAININGS);
        assertEquals(2, cost.spent());
        assertEquals(List.of("dead"), cost.leftOut());
    }

    @Test
    void comparisonsSayAtWhichCost() {
        List<Comparison> comparisons =
                EqualCost.of(STUDY, Incumbent.Axis.TRAININGS, 2).comparisons(Design.PAIRED, new Random(15));
        assertEquals(1, comparisons.size());
        assertTrue(
                comparisons
                        .get(0)
                        .sentence()
                        .startsWith("evolution and reinforce: no difference shown in best value at 2.0 trainings ("),
                comparisons.get(0).sentence());
    }

    @Test
    void pairsNeedTheSameSeeds() {
        StudyResults study =
                MadeStudy.of("a", 1, 0.1).and("a", 2, 0.2).and("b", 1, 0.3).results();
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.of(study, Measure.SEARCH_SCORE, Design.PAIRED, new Random(16)));
        assertEquals(
                "paired strategies must have numbers for the same seeds, but a has them for [1, 2] and b for [1]",
                error.getMessage());
        assertEquals(1, Comparison.of(study, Measure.SEARCH_SCORE).size());
    }
}
