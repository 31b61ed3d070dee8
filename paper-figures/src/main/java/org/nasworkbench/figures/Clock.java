package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.TrialRow;

/** The time against which a study's progress is shown: measured device time, or what a table says that its trainings took. */
record Clock(Map<RunKey, List<TrialRow>> trials, boolean simulated) {
    /** The clock of a study. */
    static Clock of(StudyResults results) {
        return new Clock(results.trialsByRun(), simulated(results));
    }

    /** Whether the study's trials come from a table that records time. */
    static boolean simulated(StudyResults results) {
        return results.trials().stream().anyMatch(t -> t.simulatedSeconds() > 0);
    }

    /** What the axis is called, without its unit. */
    String label() {
        return simulated ? "Simulated device time" : "Spent device time";
    }

    /** The objective's values of one run against seconds, in the order of trials; failures only move the time. */
    List<Point> values(String strategy, long seed) {
        List<Point> values = new ArrayList<>();
        double clock = 0;
        for (TrialRow trial : trials(strategy, seed)) {
            clock = at(clock, trial);
            if (trial.value().isPresent()) {
                values.add(new Point(clock, trial.value().getAsDouble()));
            }
        }
        return values;
    }

    /** When a run's last trial was finished, in seconds. */
    double end(String strategy, long seed) {
        double clock = 0;
        for (TrialRow trial : trials(strategy, seed)) {
            clock = at(clock, trial);
        }
        return clock;
    }

    private double at(double before, TrialRow trial) {
        return simulated ? before + trial.simulatedSeconds() : trial.spentDeviceSeconds();
    }

    private List<TrialRow> trials(String strategy, long seed) {
        return trials.getOrDefault(new RunKey(strategy, seed), List.of());
    }
}
