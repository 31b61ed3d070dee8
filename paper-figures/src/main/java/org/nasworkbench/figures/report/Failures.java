package org.nasworkbench.figures.report;

import java.util.Comparator;
import java.util.List;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Charge;
import org.nasworkbench.results.StudyResults.TrialRow;

/** Trials without a score, device time that was in vain, and why. */
record Failures(StudyResults results) {
    private static final int MOST_ROWS = 60;

    void write(Html html) {
        List<TrialRow> failed =
                results.trials().stream().filter(t -> t.score().isEmpty()).toList();
        html.element("h2", "Failures");
        if (failed.isEmpty()) {
            html.element("p", "No trial failed.");
        } else {
            trials(html, failed);
        }
        lost(html);
    }

    private static void trials(Html html, List<TrialRow> failed) {
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

    /** Besides failed trials: what was tried again, and what an interruption threw away. */
    private void lost(Html html) {
        List<Charge> lost = results.charges().stream()
                .filter(charge -> !charge.why().isEmpty())
                .sorted(Comparator.comparingDouble(Charge::deviceSeconds).reversed())
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        html.element("h3", "Device time charged as failed");
        Table table = new Table("strategy", "seed #", "why", "time #");
        for (Charge charge : lost.subList(0, Math.min(MOST_ROWS, lost.size()))) {
            boolean whole = charge.strategy().isEmpty();
            table.row(
                    whole ? "whole study" : charge.strategy(),
                    whole ? "–" : Long.toString(charge.seed()),
                    charge.why(),
                    Seconds.text(charge.deviceSeconds()));
        }
        table.write(html);
        if (lost.size() > MOST_ROWS) {
            html.element("p", "And " + (lost.size() - MOST_ROWS) + " more of less time; study.db has all of them.");
        }
    }
}
