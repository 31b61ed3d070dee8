package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A study made of the values that its runs' trials found; each trial costs a device-second, and ten simulated ones. */
record MadeStudy(List<StudyResults.Run> runs, List<StudyResults.TrialRow> trials) {
    static MadeStudy of(String strategy, long seed, double... values) {
        return new MadeStudy(List.of(), List.of()).and(strategy, seed, values);
    }

    /** With one more run; its type is the strategy's name. */
    MadeStudy and(String strategy, long seed, double... values) {
        List<StudyResults.Run> moreRuns = new ArrayList<>(runs);
        List<StudyResults.TrialRow> moreTrials = new ArrayList<>(trials);
        double best = Double.NEGATIVE_INFINITY;
        for (int number = 0; number < values.length; number++) {
            OptionalDouble value = OptionalDouble.of(values[number]);
            moreTrials.add(new StudyResults.TrialRow(
                    strategy,
                    seed,
                    number,
                    "a",
                    1,
                    "scored",
                    value,
                    value,
                    OptionalDouble.of(1),
                    1,
                    0,
                    10,
                    false,
                    number + 1,
                    10 * (number + 1),
                    false,
                    false,
                    ""));
            best = Math.max(best, values[number]);
        }
        OptionalDouble score = values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(best);
        moreRuns.add(new StudyResults.Run(
                strategy,
                strategy,
                seed,
                "done",
                values.length,
                values.length,
                values.length,
                "a",
                score,
                score,
                Map.of(),
                OptionalDouble.of(1),
                values.length,
                0,
                10.0 * values.length,
                0));
        return new MadeStudy(moreRuns, moreTrials);
    }

    StudyResults results() {
        return new StudyResults(
                "made",
                Map.of(),
                Double.POSITIVE_INFINITY,
                new StudyResults.Projection(1, 1, 1, "a test"),
                runs,
                trials,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
