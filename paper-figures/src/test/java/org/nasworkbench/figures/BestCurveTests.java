package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.figures.XyPanel.Point;

class BestCurveTests {
    private final List<Point> early = List.of(new Point(1, 0.2), new Point(3, 0.1), new Point(5, 0.4));
    private final List<Point> late = List.of(new Point(2, 0.4), new Point(6, 0.6));

    @Test
    void curveStartsWhenEverySeedHasAValueAndEndsWithTheLastSeed() {
        BestCurve curve = BestCurve.of(List.of(early, late), 9);
        assertEquals(2, curve.median().get(0).x());
        assertEquals(9, curve.median().get(curve.median().size() - 1).x());
    }

    @Test
    void aWorseValueNeverLowersTheBest() {
        BestCurve curve = BestCurve.of(List.of(early), 5);
        for (int i = 1; i < curve.median().size(); i++) {
            assertTrue(curve.median().get(i).y() >= curve.median().get(i - 1).y());
        }
    }

    @Test
    void medianLiesBetweenLeastAndMost() {
        BestCurve curve = BestCurve.of(List.of(early, late), 9);
        Point end = curve.median().get(curve.median().size() - 1);
        assertEquals(0.5, end.y(), 1e-12);
        assertEquals(0.4, curve.low().get(curve.low().size() - 1).y());
        assertEquals(0.6, curve.high().get(curve.high().size() - 1).y());
    }

    @Test
    void oneSeedHasNoBandAndSeedsWithoutValuesAreLeftOut() {
        assertTrue(BestCurve.of(List.of(early, List.of()), 5).band().isEmpty());
        assertEquals(BestCurve.EMPTY, BestCurve.of(List.of(List.of()), 5));
    }
}
