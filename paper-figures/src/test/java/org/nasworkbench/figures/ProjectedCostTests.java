package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.StudyResults;

class ProjectedCostTests {
    private final StudyResults study = SyntheticStudy.usual();

    @Test
    void differentTrainingsTimesAssumptionsGiveDollars() {
        Map<String, Double> dollars =
                ProjectedCost.of(study, SyntheticStudy.STRATEGIES).dollars();
        assertEquals(30 * 70.0, dollars.get("reinforce"), 1e-9);
        assertEquals(22 * 70.0, dollars.get("random-sampling"), 1e-9);
    }

    @Test
    void sharedWeightsCountAsASupernetWhateverTheNumberOfTrials() {
        assertEquals(
                ProjectedCost.ARTICLE_SUPERNET,
                ProjectedCost.of(study, SyntheticStudy.STRATEGIES).dollars().get("squeezenas"),
                1e-9);
    }

    @Test
    void theCaptionNamesEveryAssumptionAndItsSource() {
        String caption = new CostByCategory().caption(study);
        assertTrue(caption.contains("1 GPU-day ×"), caption);
        assertTrue(caption.contains("$70 a GPU-day"), caption);
        assertTrue(caption.contains("10 trainings"), caption);
        assertTrue(caption.contains("EE Times interview, 2019"), caption);
    }
}
