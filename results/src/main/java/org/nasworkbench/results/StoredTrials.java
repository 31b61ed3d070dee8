package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Adds to a run's trials what the run knows about them: what had been spent, which are on the front, which was chosen. */
final class StoredTrials {
    private StoredTrials() {}

    /**
     * The trials of one run. Spent device time adds up in the order of numbers; a strategy's own work, such as training shared
     * weights, comes in with the first trial that was finished after it, and stays in.
     *
     * @param trials of one run, by number
     * @param works of the same run, by when they were finished
     * @param end how the run ended, null while it is running
     * @param fullEpochs only trainings of this length are on the front
     */
    static List<StudyResults.TrialRow> rows(
            List<StoredRows.Trial> trials, List<StoredRows.Work> works, StoredRows.Outcome end, int fullEpochs) {
        List<StudyResults.TrialRow> rows = new ArrayList<>();
        double spent = 0;
        int worksIn = 0;
        for (StoredRows.Trial trial : trials) {
            while (worksIn < works.size() && works.get(worksIn).finishedMillis() <= trial.finishedMillis()) {
                spent += works.get(worksIn++).deviceSeconds();
            }
            spent += trial.deviceSeconds();
            rows.add(new StudyResults.TrialRow(
                    trial.run().strategy(),
                    trial.run().seed(),
                    trial.number(),
                    trial.genotype(),
                    trial.epochs(),
                    trial.status(),
                    trial.score(),
                    trial.value(),
                    trial.latencyMillis(),
                    trial.deviceSeconds(),
                    trial.creditSeconds(),
                    trial.simulatedSeconds(),
                    trial.cached(),
                    spent,
                    trial.simulatedEndSeconds(),
                    end != null && trial.epochs() >= fullEpochs && end.front().contains(trial.number()),
                    end != null && end.chosen().equals(OptionalDouble.of(trial.number())),
                    trial.failure()));
        }
        return rows;
    }
}
