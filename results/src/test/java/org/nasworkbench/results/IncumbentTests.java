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
        assertEquals(curve(40, 10, 0.3, 30, 0.6), Incumbent.curve(trials, Incumbent.Axis.DEVICE_SECONDS, 1));
        assertEquals(
                curve(600, 200, 0.3, 400, 0.5, 500, 0.6), Incumbent.curve(trials, Incumbent.Axis.SIMULATED_SECONDS, 1));
        assertEquals(curve(6, 2, 0.3, 4, 0.5, 5, 0.6), Incumbent.curve(trials, Incumbent.Axis.TRAININGS, 1));
    }

    @Test
    void aShorterTrainingCostsItsShareAndFindsNothing() {
        List<StudyResults.TrialRow> trials = new ArrayList<>(MadeStudy.of("halving", 1)
                .shorter("halving", 1, 3, 0.9, 0.8)
                .and("halving", 1, 0.4, 0.5)
                .trials());
        assertEquals(curve(4, 3, 0.4, 4, 0.5), Incumbent.curve(trials, Incumbent.Axis.DEVICE_SECONDS, 12));
        assertEquals(curve(40, 30, 0.4, 40, 0.5), Incumbent.curve(trials, Incumbent.Axis.SIMULATED_SECONDS, 12));
        assertEquals(curve(2.5, 1.5, 0.4, 2.5, 0.5), Incumbent.curve(trials, Incumbent.Axis.TRAININGS, 12));
        assertEquals(new Incumbent(List.of(), 40), Incumbent.curve(trials, Incumbent.Axis.SIMULATED_SECONDS, 13));
    }

    @Test
    void searchesAreComparedByTrainingsWhereThoseAreTheBudgetAndHoldAllCosts() {
        MadeStudy made = MadeStudy.of("random", 1, 0.3, 0.1);
        assertEquals(Incumbent.Axis.SIMULATED_SECONDS, Incumbent.Axis.of(made.results()));
        assertEquals(
                Incumbent.Axis.SIMULATED_SECONDS,
                Incumbent.Axis.of(made.fact("budget_in", "time").results()));
        MadeStudy trainings = made.fact("budget_in", "trainings");
        assertEquals(Incumbent.Axis.TRAININGS, Incumbent.Axis.of(trainings.results()));
        assertEquals(
                Incumbent.Axis.SIMULATED_SECONDS,
                Incumbent.Axis.of(trainings.charge("random", "shared-weights").results()));
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
                        MadeStudy.of("random", 1, 0.3, 0.1).and("other", 1, 0.2).results(), Incumbent.Axis.TRAININGS));
    }
}
