package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Charge;

class MeasuredCostTests {
    private final StudyResults study = SyntheticStudy.usual();
    private final MeasuredCost cost = MeasuredCost.of(study, SyntheticStudy.STRATEGIES);

    @Test
    void aStrategysBarIsTheMeanOverItsSeeds() {
        double sum = study.charges().stream()
                .filter(charge -> charge.strategy().equals("reinforce"))
                .mapToDouble(Charge::deviceSeconds)
                .sum();
        assertEquals(sum / 3, cost.total("reinforce"), 1e-6);
    }

    @Test
    void whatNoStrategyCausedIsABarOfItsOwn() {
        assertEquals(95 + 140 + 3000, cost.total(MeasuredCost.WHOLE_STUDY), 1e-9);
        assertEquals("idle", cost.categories().get(cost.categories().size() - 1));
    }

    @Test
    void categoriesHaveDifferentColoursThatNoStrategyHas() {
        List<Color> colors = cost.categories().stream().map(MeasuredCost::color).toList();
        assertEquals(colors.size(), colors.stream().distinct().count());
        StrategyStyles styles = new StrategyStyles(study);
        assertTrue(styles.strategies().stream()
                .noneMatch(s -> colors.contains(styles.of(s).color())));
    }

    @Test
    void aTablesRecordedTimeIsSaidToBeSimulatedAndStandsAlone() throws IOException {
        assertTrue(
                FiguresTests.text(new CostByCategory(), SyntheticStudy.table()).contains("Simulated"));
        assertTrue(FiguresTests.text(new BestSoFar(), SyntheticStudy.table()).contains("Simulated device time"));
    }
}
