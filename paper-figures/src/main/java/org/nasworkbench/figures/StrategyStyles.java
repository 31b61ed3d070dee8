package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.results.StudyResults;

/** The styles of a study's strategies, by their order in the study: a strategy looks the same in all its figures. */
final class StrategyStyles {
    private final Map<String, StrategyStyle> styles = new LinkedHashMap<>();

    StrategyStyles(StudyResults results) {
        results.runs().forEach(run -> add(run.strategy()));
        results.trials().forEach(trial -> add(trial.strategy()));
    }

    private void add(String strategy) {
        styles.computeIfAbsent(strategy, name -> StrategyStyle.at(styles.size()));
    }

    /** The strategies' names, in the study's order. */
    List<String> strategies() {
        return new ArrayList<>(styles.keySet());
    }

    StrategyStyle of(String strategy) {
        return styles.get(strategy);
    }
}
