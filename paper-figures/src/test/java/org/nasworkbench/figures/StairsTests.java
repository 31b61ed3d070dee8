package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.figures.XyPanel.Point;

class StairsTests {
    @Test
    void stairsHoldEachHeightUntilTheNext() {
        assertEquals(
                List.of(new Point(1, 0.2), new Point(3, 0.2), new Point(3, 0.5)),
                Stairs.through(List.of(new Point(1, 0.2), new Point(3, 0.5))));
    }
}
