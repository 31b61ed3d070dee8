package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.figures.XyPanel.Point;

class FrontTests {
    @Test
    void frontHoldsWhatIsNeitherSlowerNorWorse() {
        List<Point> points =
                List.of(new Point(3, 0.5), new Point(1, 0.2), new Point(2, 0.1), new Point(3, 0.4), new Point(4, 0.5));
        assertEquals(List.of(new Point(1, 0.2), new Point(3, 0.5)), Front.of(points));
    }

    @Test
    void stairsHoldEachHeightUntilTheNext() {
        assertEquals(
                List.of(new Point(1, 0.2), new Point(3, 0.2), new Point(3, 0.5)),
                Front.stairs(List.of(new Point(1, 0.2), new Point(3, 0.5))));
    }
}
