package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.figures.BestCurve.Band;
import org.nasworkbench.figures.XyPanel.Point;

class BestCurveTests {
    private final List<Point> early = List.of(new Point(1, 0.2), new Point(3, 0.1), new Point(5, 0.4));
    private final List<Point> late = List.of(new Point(2, 0.4), new Point(6, 0.6));

    @Test
    void curveStartsWhenEverySeedHasAValueAndEndsWithTheLastSeed() {
        BestCurve curve = BestCurve.of(List.of(early, late), 9, Band.LEAST_TO_MOST);
        assertEquals(2, curve.median().get(0).x());
        assertEquals(9, curve.median().get(curve.median().size() - 1).x());
    }

    @Test
    void aWorseValueNeverLowersTheBest() {
        BestCurve curve = BestCurve.of(List.of(early), 5, Band.LEAST_TO_MOST);
        for (int i = 1; i < curve.median().size(); i++) {
            assertTrue(curve.median().get(i).y() >= curve.median().get(i - 1).y());
        }
    }

    @Test
    void medianLiesBetweenLeastAndMost() {
        BestCurve curve = BestCurve.of(List.of(early, late), 9, Band.LEAST_TO_MOST);
        Point end = curve.median().get(curve.median().size() - 1);
        assertEquals(0.5, end.y(), 1e-12);
        assertEquals(0.4, curve.low().get(curve.low().size() - 1).y());
        assertEquals(0.6, curve.high().get(curve.high().size() - 1).y());
    }

    @Test
    void oneSeedHasNoBandAndSeedsWithoutValuesAreLeftOut() {
        assertTrue(BestCurve.of(List.of(early, List.of()), 5, Band.LEAST_TO_MOST)
                .band()
                .isEmpty());
        assertEquals(BestCurve.EMPTY, BestCurve.of(List.of(List.of()), 5, Band.LEAST_TO_MOST));
    }

    @Test
    void theMiddleHalfLiesBetweenTheQuartilesOfTheSeeds() {
        List<List<Point>> seeds = IntStream.rangeClosed(0, 8)
                .mapToObj(i -> List.of(new Point(1, 10.0 * i)))
                .toList();
        BestCurve nine = BestCurve.of(seeds, 5, Band.MIDDLE_HALF);
        assertEquals(9, nine.seeds());
        assertEquals(20, nine.low().get(0).y());
        assertEquals(40, nine.median().get(0).y());
        assertEquals(60, nine.high().get(0).y());
        assertEquals(
                12.5,
                BestCurve.of(seeds.subList(0, 6), 5, Band.MIDDLE_HALF)
                        .low()
                        .get(0)
                        .y());
    }

    @Test
    void ofManySeedsTheCurveHasFewTimesAndEachTellsWhatTheSeedsHadFoundByThen() {
        SplittableRandom random = new SplittableRandom(5);
        List<List<Point>> seeds = new ArrayList<>();
        for (int seed = 0; seed < 150; seed++) {
            List<Point> values = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                values.add(new Point(i + random.nextDouble(), random.nextDouble()));
            }
            seeds.add(values);
        }
        BestCurve curve = BestCurve.of(seeds, 40, Band.MIDDLE_HALF);
        assertTrue(curve.median().size() < 1000, curve.median().size() + " points");
        for (int i = 0; i < curve.median().size(); i += 2) {
            double time = curve.median().get(i).x();
            double[] best = seeds.stream()
                    .mapToDouble(values -> values.stream()
                            .filter(p -> p.x() <= time)
                            .mapToDouble(Point::y)
                            .max()
                            .orElseThrow())
                    .sorted()
                    .toArray();
            assertEquals((best[74] + best[75]) / 2, curve.median().get(i).y(), 1e-12);
            assertEquals(
                    best[37] + 0.25 * (best[38] - best[37]), curve.low().get(i).y(), 1e-12);
        }
    }
}
