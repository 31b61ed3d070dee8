package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Trial number n of a made run has latency n + 1. */
class StudyFrontsTests {
    private static final StudyResults STUDY = MadeStudy.of("a", 1, 0.2, 0.4, 0.3)
            .and("a", 2, 0.3, 0.1)
            .and("b", 1, 0.1, 0.5)
            .shorter("c", 1, 2, 0.9)
            .results();

    private static final StudyFronts FRONTS = StudyFronts.of(STUDY).orElseThrow();

    @Test
    void areasAreMeasuredFromTheWorstOfTheStudy() {
        assertEquals(new ParetoFront.Point(0.1, 3), FRONTS.reference());
        assertEquals(List.of(0.4, 0.4), rounded(FRONTS.hypervolumes("a")));
        assertEquals(List.of(0.4), rounded(FRONTS.hypervolumes("b")));
        assertEquals(Set.of("a", "b"), FRONTS.byStrategy().keySet());
    }

    @Test
    void fewerRunsAttainMore() {
        assertEquals(OptionalDouble.of(0.4), FRONTS.attained("a", 1, 2));
        assertEquals(OptionalDouble.of(0.3), FRONTS.attained("a", 2, 2));
        assertEquals(OptionalDouble.of(0.2), FRONTS.attained("a", 2, 1));
        assertEquals(OptionalDouble.empty(), FRONTS.attained("a", 1, 0.5));
    }

    @Test
    void aStudyWithoutFullTrialsHasNone() {
        assertEquals(Optional.empty(), StudyFronts.of(MadeStudy.of("a", 1).results()));
    }

    private static List<Double> rounded(Sample sample) {
        return sample.values().stream().map(v -> Math.round(v * 1e9) / 1e9).toList();
    }
}
