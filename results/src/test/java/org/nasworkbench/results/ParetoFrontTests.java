package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.ParetoFront.Point;

class ParetoFrontTests {
    private static final Point REFERENCE = new Point(0.1, 10);

    static Point point(double quality, double latencyMillis) {
        return new Point(quality, latencyMillis);
    }

    /** On a small grid, so that ties are common. */
    static List<Point> points(int count, Random random) {
        return Stream.generate(() -> point(random.nextInt(8) / 10.0, random.nextInt(12)))
                .limit(count)
                .toList();
    }

    @Test
    void theFrontHasWhatNothingElseIsAtLeastAsGoodAs() {
        assertEquals(
                List.of(point(0.2, 1), point(0.5, 4), point(0.7, 6)),
                ParetoFront.of(List.of(
                                point(0.7, 6),
                                point(0.2, 1),
                                point(0.1, 1),
                                point(0.5, 5),
                                point(0.5, 4),
                                point(0.5, 4),
                                point(0.7, 9)))
                        .points());
        assertEquals(List.of(), ParetoFront.of(List.of()).points());
    }

    @Test
    void theHypervolumeIsTheAreaOfTheSteps() {
        ParetoFront front = ParetoFront.of(List.of(point(0.2, 1), point(0.5, 4), point(0.7, 6)));
        assertEquals(0.1 * 3 + 0.4 * 2 + 0.6 * 4, front.hypervolume(REFERENCE), 1e-12);
        assertEquals(0.3 * 1, front.hypervolume(point(0.2, 5)), 1e-12, "two points do not count, one in part");
        assertEquals(0, front.hypervolume(point(0.7, 20)));
        assertEquals(0, front.hypervolume(point(0, 1)));
        assertEquals(0, new ParetoFront(List.of()).hypervolume(REFERENCE));
    }

    /** Points on a grid: the area is made of whole cells, each counted if the front attains its better corner. */
    @Test
    void theHypervolumeIsTheNumberOfCellsThatAreAttained() {
        Random random = new Random(2);
        for (int round = 0; round < 100; round++) {
            ParetoFront front = ParetoFront.of(points(10, random));
            int cells = 0;
            for (int quality = 2; quality < 8; quality++) {
                for (int millis = 0; millis < 10; millis++) {
                    cells += front.attains(point(quality / 10.0, millis)) ? 1 : 0;
                }
            }
            assertEquals(0.1 * cells, front.hypervolume(REFERENCE), 1e-9);
        }
    }

    @Test
    void orderAndDominatedPointsDoNotMatter() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            List<Point> points = new ArrayList<>(points(15, random));
            ParetoFront front = ParetoFront.of(points);
            Collections.shuffle(points, random);
            assertEquals(front, ParetoFront.of(points));
            assertEquals(front, ParetoFront.of(front.points()));
            for (Point point : points) {
                assertTrue(front.attains(point));
            }
        }
    }

    @Test
    void whatIsNoFrontIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ParetoFront(List.of(point(0.5, 1), point(0.5, 2))));
        assertThrows(IllegalArgumentException.class, () -> new ParetoFront(List.of(point(0.5, 2), point(0.6, 2))));
        assertThrows(IllegalArgumentException.class, () -> point(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> point(1, Double.POSITIVE_INFINITY));
    }
}
