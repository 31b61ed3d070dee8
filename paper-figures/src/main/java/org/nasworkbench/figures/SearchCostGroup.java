package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.nasworkbench.results.ProjectedCost;
import org.nasworkbench.results.Published;
import org.nasworkbench.results.StudyResults;

/** Searches whose device-days are known in the same way. */
record SearchCostGroup(Kind kind, List<Row> rows) {
    /** Published searches are those on this data set. */
    static final String DATASET = "ImageNet";

    private static final double SECONDS_PER_DAY = 86_400;

    /** How a number came about; the kinds never mix. */
    enum Kind {
        /** A table's record of the trainings that a strategy of this study asked for. */
        SIMULATED("Simulated: this study"),
        /** What authors say of their searches. */
        PUBLISHED("Published: " + DATASET),
        /** The article's counts. */
        PROJECTED("Projected: the article");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    /** One search: mean, least and most over its runs, all the same where there is one number; 0 where there is none. */
    record Row(String name, double days, double leastDays, double mostDays) {
        private static Row of(String name, double days) {
            return new Row(name, days, days, days);
        }
    }

    /** The three groups: this study's strategies, published searches, and the article's two counts. */
    static List<SearchCostGroup> of(StudyResults results, List<String> strategies) {
        return List.of(
                new SearchCostGroup(
                        Kind.SIMULATED,
                        strategies.stream()
                                .map(name -> simulated(results, name))
                                .toList()),
                new SearchCostGroup(
                        Kind.PUBLISHED,
                        published().stream()
                                .map(cost ->
                                        Row.of(cost.method(), cost.gpuDays().getAsDouble()))
                                .toList()),
                new SearchCostGroup(
                        Kind.PROJECTED,
                        List.of(
                                Row.of("1,000 trainings", ProjectedCost.ARTICLE_STAND_ALONE.gpuDays()),
                                Row.of("supernet: 10 trainings", ProjectedCost.ARTICLE_SUPERNET.gpuDays()))));
    }

    /** Published searches whose cost is known, the most expensive first. */
    static List<Published.SearchCost> published() {
        List<Published.SearchCost> costs = new ArrayList<>(Published.shipped().searchCosts());
        costs.removeIf(cost -> !cost.dataset().equals(DATASET) || cost.gpuDays().isEmpty());
        costs.sort(
                (a, b) -> Double.compare(b.gpuDays().getAsDouble(), a.gpuDays().getAsDouble()));
        return costs;
    }

    /** Over the runs that asked for a training. */
    private static Row simulated(StudyResults results, String strategy) {
        DoubleSummaryStatistics days = results.runs().stream()
                .filter(run -> run.strategy().equals(strategy) && run.simulatedSeconds() > 0)
                .mapToDouble(run -> run.simulatedSeconds() / SECONDS_PER_DAY)
                .summaryStatistics();
        return days.getCount() == 0
                ? Row.of(strategy, 0)
                : new Row(strategy, days.getAverage(), days.getMin(), days.getMax());
    }
}
