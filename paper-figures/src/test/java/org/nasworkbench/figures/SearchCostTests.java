package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasworkbench.figures.SearchCostGroup.Kind;
import org.nasworkbench.figures.SearchCostGroup.Row;
import org.nasworkbench.results.Projection;
import org.nasworkbench.results.Published;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;

class SearchCostTests {
    private final StudyResults table = SyntheticStudy.table();
    private final List<SearchCostGroup> groups = SearchCostGroup.of(table, List.of("random-search"));

    private static StudyResults priced(StudyResults study, Projection projection) {
        return new StudyResults(
                study.name(),
                study.facts(),
                study.targetMillis(),
                projection,
                study.runs(),
                study.trials(),
                study.charges(),
                study.sessions(),
                study.finals(),
                study.traces(),
                study.fidelity());
    }

    @Test
    void aStrategysDaysAreTheMeanOverItsSeedsBetweenLeastAndMost() {
        double[] seconds = table.runs().stream()
                .filter(run -> run.strategy().equals("random-search"))
                .mapToDouble(Run::simulatedSeconds)
                .toArray();
        Row row = groups.get(0).rows().get(0);
        assertEquals(Kind.SIMULATED, groups.get(0).kind());
        assertEquals((seconds[0] + seconds[1]) / 2 / 86_400, row.days(), 1e-12);
        assertEquals(Math.min(seconds[0], seconds[1]) / 86_400, row.leastDays(), 1e-12);
        assertEquals(Math.max(seconds[0], seconds[1]) / 86_400, row.mostDays(), 1e-12);
    }

    @Test
    void publishedSearchesAreThoseWithAKnownCostFromThousandsOfDaysDown() {
        assertEquals(
                List.of("AmoebaNet-C", "NASNet-A", "PNAS", "FBNet-B", "ProxylessNAS-GPU", "DARTS-2nd", "GDAS"),
                groups.get(1).rows().stream().map(Row::name).toList());
        assertEquals(3150, groups.get(1).rows().get(0).days());
        for (Published.SearchCost cost : SearchCostGroup.published()) {
            assertTrue(new SearchCost().caption(table).contains(cost.source()), cost.source());
        }
    }

    @Test
    void theArticlesTwoCountsStandApart() {
        assertEquals(
                List.of(1000.0, 10.0),
                groups.get(2).rows().stream().map(Row::days).toList());
    }

    @Test
    void moneyHasTheBandThatThePriceHas() throws IOException {
        StudyResults band = priced(table, new Projection(1, 70, 35, 140, 10, "a price list"));
        String text = FiguresTests.text(new SearchCost(), band);
        assertTrue(text.contains("$70,000") && text.contains("$35,000–$140,000"), text);
        assertTrue(new SearchCost().caption(band).contains("$35–$140"));
        String alone = FiguresTests.text(new SearchCost(), table);
        assertTrue(alone.contains("$70,000") && !alone.contains("–"), alone);
    }

    @Test
    void onlyASimulatedStudyHasIt() {
        assertTrue(Figures.of(table).stream().anyMatch(SearchCost.class::isInstance));
        assertFalse(Figures.of(SyntheticStudy.usual()).stream().anyMatch(SearchCost.class::isInstance));
    }
}
