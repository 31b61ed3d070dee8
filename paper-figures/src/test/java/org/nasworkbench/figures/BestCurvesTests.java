package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.Incumbent;
import org.nasworkbench.results.StudyResults;

class BestCurvesTests {
    private static final List<String> SEARCHES = List.of("random-search", "reinforce");

    private static StudyResults study(int seeds, int fewer) {
        return new SyntheticStudy(8)
                .with(SEARCHES.subList(0, 1), seeds, 100)
                .with(SEARCHES.subList(1, 2), fewer, 100)
                .with(List.of("random-sampling"), 3, 8)
                .results();
    }

    @Test
    void tenRunsOfEachSearchHaveIntervalsAndFewerShowAllRuns() {
        assertTrue(BestCurves.of(study(12, 10)).intervals());
        assertFalse(BestCurves.of(study(12, 9)).intervals());
    }

    @Test
    void aCurveEndsWhereTheFirstOfItsRunsDoes() {
        StudyResults study = study(4, 3);
        BestCurves best = BestCurves.of(study);
        assertEquals(Incumbent.Axis.DEVICE_SECONDS, best.axis());
        for (String search : SEARCHES) {
            double firstEnd = Incumbent.byRun(study, best.axis()).entrySet().stream()
                    .filter(run -> run.getKey().strategy().equals(search))
                    .mapToDouble(run -> run.getValue().end())
                    .min()
                    .orElseThrow();
            assertEquals(firstEnd, best.curves().get(search).end());
        }
    }

    @Test
    void withManyRunsTheAxisSpansWhatIsDrawnAfterTheFirstMoments() {
        BestCurves many = BestCurves.of(study(40, 40));
        double lowest = Arrays.stream(many.spanned()).min().orElseThrow();
        double early = 0.05 * many.end();
        for (BestCurve curve : many.curves().values()) {
            assertTrue(curve.low().stream().filter(p -> p.x() >= early).allMatch(p -> p.y() >= lowest));
        }
        assertTrue(many.curves().values().stream()
                .flatMap(curve -> curve.low().stream())
                .filter(p -> p.x() < early)
                .mapToDouble(Point::y)
                .anyMatch(y -> y < lowest));
        assertTrue(many.floor().get("random-sampling").mean() < lowest);
    }

    @Test
    void theCaptionSaysWhichBandOfHowManyAndWhatIsMeasured() throws Exception {
        StudyResults many = study(12, 10);
        String caption = new BestSoFar().caption(many);
        assertTrue(caption.contains("95 % interval of the mean of 12 runs, at each cost alone"), caption);
        assertTrue(caption.contains("of the mean of 10 runs") && caption.contains("measured device time"), caption);
        assertTrue(caption.contains("the first of them ends"), caption);
        assertTrue(FiguresTests.text(new BestSoFar(), many).contains(", below"));
        assertTrue(new BestSoFar().caption(study(9, 9)).contains("least to largest of 9 runs"));
        assertTrue(new BestSoFar().caption(SyntheticStudy.table()).contains("simulated device time"));
    }

    @Test
    void shorterTrainingsAreNoPartOfACurveAndARunWithNothingElseIsNamed() throws Exception {
        StudyResults study = study(3, 3);
        StudyResults mixed = SyntheticStudy.shortened(
                study, trial -> trial.strategy().equals("reinforce") && (trial.seed() == 1 || trial.number() < 50));
        BestCurves best = BestCurves.of(mixed);
        assertEquals(Map.of("reinforce", 2), runsAlone(best));
        assertEquals(
                BestCurves.of(study).curves().get("random-search"),
                best.curves().get("random-search"));
        String caption = new BestSoFar().caption(mixed);
        assertTrue(caption.contains("Thin lines: single runs of reinforce"), caption);
        assertTrue(caption.contains("Without a scored training of full length: reinforce seed 1."), caption);
        assertTrue(new QualityLatency().caption(mixed).contains("full length, 5 epochs; 200 shorter ones"));
    }

    @Test
    void aSearchWithoutAnyFullTrainingHasNoCurveAndSaysSo() throws Exception {
        StudyResults mixed =
                SyntheticStudy.shortened(study(3, 3), trial -> trial.strategy().equals("reinforce"));
        assertEquals(List.of("reinforce"), BestCurves.of(mixed).without());
        assertTrue(FiguresTests.text(new BestSoFar(), mixed).contains("reinforce (no curve)"));
        assertTrue(new BestSoFar().caption(mixed).contains("full length: reinforce seeds 1, 2, 3."));
    }

    private static Map<String, Integer> runsAlone(BestCurves best) {
        Map<String, Integer> runs = new HashMap<>();
        best.singles().forEach((search, lines) -> runs.put(search, lines.size()));
        return runs;
    }
}
