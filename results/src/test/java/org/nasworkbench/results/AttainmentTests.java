package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttainmentTests {
    private static ParetoFront front(double... qualitiesAndMillis) {
        return ParetoFront.of(Stream.iterate(0, i -> i < qualitiesAndMillis.length, i -> i + 2)
                .map(i -> ParetoFrontTests.point(qualitiesAndMillis[i], qualitiesAndMillis[i + 1]))
                .toList());
    }

    @Test
    void threeRunsHaveThreeSurfaces() {
        Attainment attainment =
                new Attainment(List.of(front(0.3, 1, 0.6, 5), front(0.4, 2, 0.5, 4), front(0.2, 3, 0.7, 6)));
        assertEquals(front(0.3, 1, 0.4, 2, 0.5, 4, 0.6, 5, 0.7, 6), attainment.surface(1));
        assertEquals(front(0.3, 2, 0.5, 5, 0.6, 6), attainment.surface(2));
        assertEquals(front(0.2, 3, 0.5, 6), attainment.surface(3));
        assertEquals(attainment.surface(2), attainment.median());
        assertEquals(2 / 3.0, attainment.at(ParetoFrontTests.point(0.3, 2)), 1e-12);
        assertEquals(0, attainment.at(ParetoFrontTests.point(0.8, 20)));
    }

    /** By definition: a goal is attained by the surface of k runs exactly if k runs attain it. */
    @Test
    void aSurfaceAttainsWhatSoManyRunsAttain() {
        Random random = new Random(4);
        for (int round = 0; round < 30; round++) {
            Attainment attainment =
                    new Attainment(Stream.generate(() -> ParetoFront.of(ParetoFrontTests.points(4, random)))
                            .limit(7)
                            .toList());
            for (int runs = 1; runs <= 7; runs++) {
                ParetoFront surface = attainment.surface(runs);
                for (int quality = 0; quality < 9; quality++) {
                    for (int millis = -1; millis < 13; millis++) {
                        ParetoFront.Point goal = ParetoFrontTests.point(quality / 10.0, millis);
                        assertEquals(attainment.at(goal) > (runs - 0.5) / 7, surface.attains(goal));
                    }
                }
            }
        }
    }

    @Test
    void aRunWithoutAFrontAttainsNothing() {
        Attainment attainment = new Attainment(List.of(front(0.3, 1), front()));
        assertEquals(front(0.3, 1), attainment.surface(1));
        assertEquals(front(), attainment.surface(2));
    }

    @Test
    void theMedianOfAnEvenNumberIsWhatHalfAttain() {
        assertEquals(
                front(0.4, 1),
                new Attainment(List.of(front(0.1, 1), front(0.2, 1), front(0.5, 1), front(0.4, 1))).median());
    }

    @Test
    void thereIsNoSurfaceOfNoRunsOrMoreThanThereAre() {
        Attainment attainment = new Attainment(List.of(front(0.3, 1)));
        assertThrows(IllegalArgumentException.class, () -> attainment.surface(0));
        assertThrows(IllegalArgumentException.class, () -> attainment.surface(2));
        assertThrows(IllegalArgumentException.class, () -> new Attainment(List.of()));
    }
}
