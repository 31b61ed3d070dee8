package org.nasworkbench.figures.report;

import java.util.List;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.TrialRow;

/** Trials without a score, and why. */
record Failures(StudyResults results) {
    private static final int MOST_ROWS = 60;

    void write(Html html) {
        List<TrialRow> failed =
                results.trials().stream().filter(t -> t.score().isEmpty()).toList();
        html.element("h2", "Failures");
        if (failed.isEmpty()) {
            html.element("p", "No trial failed.");
            return;
        }
        Table table = new Table("strategy", "seed #", "trial #", "why", "cost #", "genotype");
        for (TrialRow trial : failed.subList(0, Math.min(MOST_ROWS, failed.size()))) {
            table.row(
                    trial.strategy(),
                    Long.toString(trial.seed()),
                    Integer.toString(trial.number()),
                    trial.failure().isBlank() ? trial.status() : trial.failure(),
                    Seconds.text(trial.deviceSeconds()),
                    trial.genotype());
        }
        table.write(html);
        if (failed.size() > MOST_ROWS) {
            html.element("p", "And " + (failed.size() - MOST_ROWS) + " more; trials.csv has all of them.");
        }
    }
}
