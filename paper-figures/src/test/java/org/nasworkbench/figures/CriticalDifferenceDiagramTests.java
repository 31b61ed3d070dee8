package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.CriticalDifference;
import org.nasworkbench.results.Measure;
import org.nasworkbench.results.StudyResults;

class CriticalDifferenceDiagramTests {
    private static final CriticalDifferenceDiagram DIAGRAM = new CriticalDifferenceDiagram();

    private static StudyResults study(int strategies, int seeds) {
        return new SyntheticStudy(6)
                .failing(0)
                .with(SyntheticStudy.STRATEGIES.subList(0, strategies), seeds, 6)
                .results();
    }

    @Test
    void itIsOfferedWhereRanksCouldTellTwoStrategiesApart() {
        assertTrue(DIAGRAM.appliesTo(study(3, 7)), "three pairs: 2 / 2^7 is below 0.05 / 3");
        assertFalse(DIAGRAM.appliesTo(study(3, 6)));
        assertTrue(DIAGRAM.appliesTo(study(5, 9)));
        assertFalse(DIAGRAM.appliesTo(study(5, 8)));
        assertFalse(DIAGRAM.appliesTo(study(2, 50)), "two strategies have one difference");
    }

    @Test
    void seedsThatAStrategyLacksMakeNoPairs() {
        StudyResults study = new SyntheticStudy(6)
                .failing(0)
                .with(SyntheticStudy.STRATEGIES.subList(0, 2), 9, 6)
                .with(SyntheticStudy.STRATEGIES.subList(2, 3), 8, 6)
                .results();
        assertFalse(DIAGRAM.appliesTo(study));
    }

    @Test
    void everyStrategyStandsBesideItsRank() throws Exception {
        StudyResults study = study(5, 12);
        String text = FiguresTests.text(DIAGRAM, study);
        CriticalDifference ranks = CriticalDifference.of(study, Measure.FINAL_SCORE);
        assertEquals(5, ranks.methods().size());
        ranks.methods()
                .forEach(method -> assertTrue(text.contains(Numbers.fixed(method.averageRank(), 2)), text + method));
        assertFalse(text.contains("CD"), "a bracket of a test that decides nothing misleads");
        String caption = DIAGRAM.caption(study);
        assertTrue(caption.contains("final score of 5 strategies over n = 12 seeds"), caption);
        assertTrue(caption.contains("over 10 pairs"), caption);
    }

    @Test
    void withoutFinalScoresTheSearchScoreIsRanked() {
        StudyResults study = new SyntheticStudy(6)
                .failing(0)
                .withoutFinals()
                .with(List.of("a", "b", "c"), 8, 6)
                .results();
        assertTrue(DIAGRAM.caption(study).startsWith("Average ranks of the search score"), DIAGRAM.caption(study));
    }
}
