package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    static Incumbent curve(double end, double... spentAndValue) {
        List<Incumbent.Step> steps = new ArrayList<>();
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
    void everyRunHasItsCurve() {
        assertEquals(
                Map.of(new RunKey("random", 1), curve(2, 1, 0.3), new RunKey("other", 1), curve(1, 1, 0.2)),
                Incumbent.byRun(
                        MadeStudy.of("random", 1, 0.3, 0.1).and("other", 1, 0.2).results(), Incumbent.Axis.TRIALS));
    }
}
