package org.nasworkbench.figures;

import java.util.List;
import org.nasworkbench.results.StudyResults;

/** The figures there are. */
public final class Figures {
    private Figures() {}

    /** All figures, in the order in which a paper shows them. */
    public static List<Figure> all() {
        return List.of(
                new QualityLatency(),
                new BestSoFar(),
                new CriticalDifferenceDiagram(),
                new FoundNetworks(),
                new SupernetFidelity(),
                new SupernetHealth(),
                new OptionProbabilities(),
                new CostByCategory(),
                new SearchCost());
    }

    /** The figures that have something to show of a study. */
    public static List<Figure> of(StudyResults results) {
        return all().stream().filter(figure -> figure.appliesTo(results)).toList();
    }

    /** The drawings of published numbers alone, which need no study. */
    public static List<Drawing> published() {
        return List.of(History.shipped());
    }
}
