package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.figures.BestCurve.Band;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.StudyResults;

class BestCurvesTests {
    private static final List<String> SEARCHES = List.of("random-search", "reinforce");

    private static StudyResults study(int seeds, int fewer) {
        return new SyntheticStudy(8)
                .with(SEARCHES.subList(0, 1), seeds, 100)
                .with(SEARCHES.subList(1, 2), fewer, 100)
                .with(List.of("random-sampling"), 3, 8)
                .results();
    }

    private static BestCurves curves(StudyResults study) {
        return BestCurves.of(study, List.of("random-search", "reinforce", "random-sampling"));
    }

    @Test
    void tenSeedsOfEachSearchHaveQuartilesAndFewerShowAllSeeds() {
        assertEquals(Band.MIDDLE_HALF, curves(study(12, 10)).band());
        assertEquals(Band.LEAST_TO_MOST, curves(study(12, 9)).band());
        assertEquals("10 to 12", curves(study(12, 10)).seeds());
    }

    @Test
    void withManySeedsTheAxisSpansWhatIsDrawnAfterTheFirstMoments() {
        BestCurves many = curves(study(40, 40));
        double lowest = Arrays.stream(many.spanned()).min().orElseThrow();
        double early = 0.05 * many.end();
        for (BestCurve curve : many.curves().values()) {
            assertTrue(curve.low().stream().filter(p -> p.x() >= early).allMatch(p -> p.y() >= lowest));
        }
        assertTrue(many.curves().values().stream()
                .flatMap(curve -> curve.low().stream())
                .filter(p -> p.x() < early)
                .mapToDouble(Point::y)
                .anyMatch(y -> y < lowest));
        assertTrue(many.floor().get("random-sampling") < lowest);
    }

    @Test
    void theCaptionSaysWhichBandAndOfHowMany() throws Exception {
        StudyResults many = study(12, 10);
        String caption = new BestSoFar().caption(many);
        assertTrue(caption.contains("n = 10 to 12 each") && caption.contains("25th to 75th percentile"), caption);
        assertTrue(FiguresTests.text(new BestSoFar(), many).contains(", below"));
        assertFalse(new BestSoFar().caption(study(9, 9)).contains("percentile"));
    }
}
