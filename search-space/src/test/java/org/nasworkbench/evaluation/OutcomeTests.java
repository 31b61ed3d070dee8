package org.nasworkbench.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTests {
    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.0000001, 61.2, Double.NaN})
    void aScoreIsAFraction(double score) {
        assertThrows(IllegalArgumentException.class, () -> new Outcome.Scored(score, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void theEndsOfTheRangeAreScores(double score) {
        assertEquals(score, new Outcome.Scored(score, Map.of()).score().orElseThrow());
    }

    @Test
    void aFailureHasNoScore() {
        assertTrue(new Outcome.Failed(Outcome.Reason.HUNG, "no sign of life")
                .score()
                .isEmpty());
    }

    @Test
    void metricsAreCopiedAndCannotBeChanged() {
        Map<String, Double> metrics = new HashMap<>(Map.of("val_pixel_accuracy", 0.5));
        Outcome.Scored scored = new Outcome.Scored(0.4, metrics);
        metrics.put("val_pixel_accuracy", 0.9);
        assertEquals(Map.of("val_pixel_accuracy", 0.5), scored.metrics());
        assertThrows(UnsupportedOperationException.class, () -> scored.metrics().put("test_miou", 1.0));
    }
}
