package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A study made of the values that its runs' trials found; each trial costs a device-second, and ten simulated ones. */
record MadeStudy(
        List<StudyResults.Run> runs,
        List<StudyResults.TrialRow> trials,
        Map<String, String> facts,
        List<StudyResults.Charge> charges) {
    /** How many epochs a full training has. */
    static final int FULL = 12;

    static MadeStudy of(String strategy, long seed, double... values) {
        return new MadeStudy(List.of(), List.of(), Map.of(), List.of()).and(strategy, seed, values);
    }

    MadeStudy fact(String name, String value) {
        Map<String, String> more = new HashMap<>(facts);
        more.put(name, value);
        return new MadeStudy(runs, trials, more, charges);
    }

    MadeStudy charge(String strategy, String category) {
        return new MadeStudy(runs, trials, facts, plus(charges, new StudyResults.Charge(strategy, 1, category, 1)));
    }

    /** With one more run, or more trials of the last one; a run's type is its strategy's name. */
    MadeStudy and(String strategy, long seed, double... values) {
        return with(strategy, seed, FULL, values);
    }

    /** With one more run, or more trials of the last one, of fewer epochs. */
    MadeStudy shorter(String strategy, long seed, int epochs, double... values) {
        return with(strategy, seed, epochs, values);
    }

    private MadeStudy with(String strategy, long seed, int epochs, double... values) {
        List<StudyResults.TrialRow> all = new ArrayList<>(trials);
        RunKey run = new RunKey(strategy, seed);
        int before = (int) trials.stream()
                .filter(row -> run.is(row.strategy(), row.seed()))
                .count();
        for (int i = 0; i < values.length; i++) {
            all.add(trial(run, before + i, epochs, values[i]));
        }
        List<StudyResults.Run> others = new ArrayList<>(runs);
        others.removeIf(other -> other.key().equals(run));
        return new MadeStudy(plus(others, summary(run, all)), all, facts, charges);
    }

    private static StudyResults.TrialRow trial(RunKey run, int number, int epochs, double found) {
        OptionalDouble value = OptionalDouble.of(found);
        return new StudyResults.TrialRow(
                run.strategy(),
                run.seed(),
                number,
                "a",
                epochs,
                "scored",
                value,
                value,
                OptionalDouble.of(number + 1),
                1,
                0,
                10,
                false,
                number + 1,
                10 * (number + 1),
                false,
                false,
                "");
    }

    private static StudyResults.Run summary(RunKey run, List<StudyResults.TrialRow> all) {
        List<StudyResults.TrialRow> trials =
                all.stream().filter(row -> run.is(row.strategy(), row.seed())).toList();
        OptionalDouble best = trials.stream()
                .filter(row -> row.epochs() == FULL)
                .mapToDouble(row -> row.score().getAsDouble())
                .max();
        return new StudyResults.Run(
                run.strategy(),
                run.strategy(),
                run.seed(),
                "done",
                trials.size(),
                trials.size(),
                trials.size(),
                "a",
                best,
                best,
                Map.of(),
                OptionalDouble.of(1),
                trials.size(),
                0,
                10.0 * trials.size(),
                0);
    }

    private static <T> List<T> plus(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    StudyResults results() {
        return new StudyResults(
                "made",
                facts,
                Double.POSITIVE_INFINITY,
                new Projection(1, 1, 1, "a test"),
                runs,
                trials,
                charges,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
