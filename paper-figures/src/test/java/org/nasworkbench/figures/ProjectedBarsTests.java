package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.StudyResults;

class ProjectedBarsTests {
    private final StudyResults study = SyntheticStudy.usual();

    @Test
    void differentTrainingsTimesAssumptionsGiveDollars() {
        Map<String, Double> dollars =
                ProjectedBars.of(study, new StrategyStyles(study)).dollarsByStrategy();
        assertEquals(30 * 70.0, dollars.get("reinforce"), 1e-9);
        assertEquals(22 * 70.0, dollars.get("random-sampling"), 1e-9);
    }

    @Test
    void sharedWeightsCountAsASupernetAndTheNetworksDrawnFromItOnTop() {
        StudyResults.Run run = study.runs().stream()
                .filter(one -> one.strategy().equals("squeezenas"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                700 + run.trainings() * 70.0,
                ProjectedBars.of(study, new StrategyStyles(study))
                        .dollarsByStrategy()
                        .get("squeezenas"),
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
