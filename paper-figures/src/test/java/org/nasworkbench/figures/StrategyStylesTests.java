package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrategyStylesTests {
    @Test
    void strategiesKeepTheStudysOrder() {
        assertEquals(SyntheticStudy.STRATEGIES, new StrategyStyles(SyntheticStudy.usual()).strategies());
    }

    @Test
    void aStrategysLookDependsOnItsPlaceAlone() {
        StrategyStyles few = new StrategyStyles(
                new SyntheticStudy(1).with(List.of("a", "b"), 1, 3).results());
        StrategyStyles more = new StrategyStyles(
                new SyntheticStudy(9).with(List.of("c", "d", "e"), 2, 9).results());
        assertEquals(few.of("b").color(), more.of("d").color());
    }

    @Test
    void theFirstFortyStrategiesDifferInColourOrMarker() {
        long looks = IntStream.range(0, 40)
                .mapToObj(StrategyStyle::at)
                .map(style -> style.color() + " " + style.marker(1).getBounds2D() + " " + style.dash().length)
                .distinct()
                .count();
        assertEquals(40, looks);
    }
}
