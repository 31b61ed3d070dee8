package org.nasworkbench.figures.report;

import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.TrialRow;

/**
 * The trials that a page shows one by one.
 *
 * @param leftOut how many others there are
 */
record ShownTrials(List<TrialRow> rows, int leftOut) {
    /** With more trials than that, those on fronts, the chosen ones and an even choice of the others are shown. */
    static final int MOST = 20_000;

    static ShownTrials of(StudyResults results) {
        List<TrialRow> all = results.trials();
        if (all.size() <= MOST) {
            return new ShownTrials(all, 0);
        }
        long marked = all.stream().filter(ShownTrials::marked).count();
        double step = (all.size() - marked) / (double) Math.max(1, MOST - Math.min(MOST, marked));
        List<TrialRow> rows = new ArrayList<>();
        double next = 0;
        int other = 0;
        for (TrialRow trial : all) {
            boolean shown = marked(trial);
            if (!shown && other++ >= next) {
                next += step;
                shown = true;
            }
            if (shown && rows.size() < MOST) {
                rows.add(trial);
            }
        }
        return new ShownTrials(rows, all.size() - rows.size());
    }

    private static boolean marked(TrialRow trial) {
        return trial.inFront() || trial.chosen();
    }
}
