package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class IncumbentTests {
    private static StudyResults.TrialRow trial(int number, double spent, OptionalDouble value) {
        return new StudyResults.TrialRow(
                "random",
                1,
                number,
                "a",
                1,
                "scored",
                value,
                value,
                OptionalDouble.of(1),
                1,
                0,
                100,
                false,
                spent,
                0,
                false,
                false,
                "");
    }

    private static StudyResults.TrialRow trial(int number, double spent, double value) {
        return trial(number, spent, OptionalDouble.of(value));
    }

    private static Incumbent curve(double end, double... spentAndValue) {
        List<Incumbent.Step> steps = new java.util.ArrayList<>();
        for (int i = 0; i < spentAndValue.length; i += 2) {
            steps.add(new Incumbent.Step(spentAndValue[i], spentAndValue[i + 1]));
        }
        return new Incumbent(steps, end);
    }

    @Test
    void theCurveRisesWhereATrialIsBetterThanAllBefore() {
        List<StudyResults.TrialRow> trials = List.of(
                trial(0, 5, OptionalDouble.empty()),
                trial(1, 10, 0.3),
                trial(2, 20, 0.2),
                trial(3, 30, 0.5),
                trial(4, 30, 0.6),
                trial(5, 40, 0.6));
        assertEquals(curve(40, 10, 0.3, 30, 0.6), Incumbent.curve(trials));
        assertEquals(
                curve(600, 200, 0.3, 400, 0.5, 500, 0.6), Incumbent.curve(trials, Incumbent.Axis.SIMULATED_SECONDS));
        assertEquals(curve(6, 2, 0.3, 4, 0.5, 5, 0.6), Incumbent.curve(trials, Incumbent.Axis.TRIALS));
    }

    @Test
    void aCurveSaysNothingBeforeItsFirstScoreAndBeyondItsEnd() {
        Incumbent curve = curve(40, 10, 0.3, 30, 0.6);
        assertEquals(OptionalDouble.empty(), curve.at(9.9));
        assertEquals(OptionalDouble.of(0.3), curve.at(10));
        assertEquals(OptionalDouble.of(0.3), curve.at(29.9));
        assertEquals(OptionalDouble.of(0.6), curve.at(40));
        assertEquals(OptionalDouble.empty(), curve.at(40.1));
    }

    @Test
    void theBandStandsWhereEverySeedHasBegunAndNoneHasEnded() {
        List<Incumbent> curves = List.of(curve(40, 10, 0.3, 30, 0.6), curve(35, 12, 0.1), curve(50, 5, 0.2, 45, 0.9));
        assertEquals(
                new IncumbentBand(
                        List.of(
                                new IncumbentBand.Point(12, 0.2, 0.1, 0.3),
                                new IncumbentBand.Point(30, 0.2, 0.1, 0.6),
                                new IncumbentBand.Point(35, 0.2, 0.1, 0.6)),
                        3),
                IncumbentBand.over(curves));
        assertEquals(
                List.of(new IncumbentBand.Point(20, 0.2, 0.1, 0.3)),
                IncumbentBand.over(curves, 60, 20, 0).points());
    }

    @Test
    void seedsThatNeverOverlapHaveNoBand() {
        assertEquals(
                List.of(),
                IncumbentBand.over(List.of(curve(10, 1, 0.5), curve(40, 20, 0.5)))
                        .points());
        assertEquals(
                List.of(),
                IncumbentBand.over(List.of(curve(10, 1, 0.5), curve(10))).points());
        assertEquals(List.of(), IncumbentBand.over(List.of()).points());
    }
}
