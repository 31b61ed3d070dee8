package org.nasworkbench.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;

/**
 * What each strategy's trainings would cost at the article's scale, in dollars; an estimate that never mixes with measured time.
 * A strategy that trains shared weights counts as that, all others by the different networks that they trained, mean over seeds.
 */
record ProjectedCost(Map<String, Double> dollars) {
    /** The article's numbers: 1,000 stand-alone trainings against one supernet. */
    static final double ARTICLE_TRAININGS = 70_000;

    static final double ARTICLE_SUPERNET = 700;

    static ProjectedCost of(StudyResults results, List<String> strategies) {
        StudyResults.Projection projection = results.projection();
        Map<String, Double> dollars = new LinkedHashMap<>();
        for (String strategy : strategies) {
            double trainings = sharesWeights(results, strategy)
                    ? projection.supernetTrainings()
                    : results.runs().stream()
                            .filter(run -> run.strategy().equals(strategy))
                            .mapToInt(Run::distinct)
                            .average()
                            .orElse(0);
            dollars.put(strategy, trainings * projection.gpuDaysPerTraining() * projection.dollarsPerGpuDay());
        }
        return new ProjectedCost(dollars);
    }

    /** Whether a strategy trained weights that many networks share. */
    static boolean sharesWeights(StudyResults results, String strategy) {
        return results.charges().stream()
                .anyMatch(charge -> charge.strategy().equals(strategy)
                        && charge.category().equals("shared-weights")
                        && charge.deviceSeconds() > 0);
    }
}
