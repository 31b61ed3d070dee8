package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.Centre;
import org.nasworkbench.results.Incumbent;
import org.nasworkbench.results.IncumbentBand;

class BestCurveTests {
    private static IncumbentBand band(IncumbentBand.Point... points) {
        return new IncumbentBand(List.of(points), 2, Centre.MEAN, OptionalDouble.empty());
    }

    @Test
    void fewStepsAreDrawnAsTheyAre() {
        BestCurve curve = BestCurve.of(
                band(new IncumbentBand.Point(2, 0.3, 0.2, 0.4), new IncumbentBand.Point(5, 0.4, 0.4, 0.4)));
        assertEquals(List.of(new Point(2, 0.3), new Point(5, 0.3), new Point(5, 0.4)), curve.centre());
        assertEquals(List.of(new Point(2, 0.4), new Point(5, 0.4), new Point(5, 0.4)), curve.high());
        assertEquals(5, curve.end());
        assertEquals(6, curve.band().size());
        assertEquals(4, curve.heights(3).length, "the two points at 5, low and high");
    }

    @Test
    void aSingleRunHasNoBandAndNothingHasNoCurve() {
        assertTrue(BestCurve.of(band(new IncumbentBand.Point(2, 0.3, 0.3, 0.3)))
                .band()
                .isEmpty());
        assertEquals(0, BestCurve.of(band()).end());
    }

    @Test
    void ofManyStepsFewAreDrawnAndEachTellsWhatTheRunsHadFoundByThen() {
        SplittableRandom random = new SplittableRandom(5);
        List<Incumbent> runs = Stream.generate(() -> run(random)).limit(150).toList();
        BestCurve curve = BestCurve.of(IncumbentBand.over(runs, Centre.MEDIAN, random));
        assertTrue(curve.centre().size() < 1000, curve.centre().size() + " points");
        for (int i = 0; i < curve.centre().size(); i += 2) {
            double cost = curve.centre().get(i).x();
            double[] best = runs.stream()
                    .mapToDouble(run -> run.at(cost).orElseThrow())
                    .sorted()
                    .toArray();
            assertEquals((best[74] + best[75]) / 2, curve.centre().get(i).y(), 1e-12);
        }
    }

    private static Incumbent run(SplittableRandom random) {
        List<Incumbent.Step> steps = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            steps.add(new Incumbent.Step(i + random.nextDouble(), i + random.nextDouble()));
        }
        return new Incumbent(steps, 40);
    }
}
