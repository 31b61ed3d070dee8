package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The best value that a run had found so far, as a step function of what it had spent.
 *
 * @param steps where it rose, from the first scored trial on; positions and values both increase
 * @param end what the run had spent at its last trial; the function says nothing beyond
 */
public record Incumbent(List<Step> steps, double end) {
    /** The curve of a run without trials. */
    static final Incumbent NOTHING = new Incumbent(List.of(), 0);

    public Incumbent {
        steps = List.copyOf(steps);
    }

    /** From {@code spent} on the best value is {@code value}. */
    public record Step(double spent, double value) {}

    /** What is spent. */
    public enum Axis {
        /** Measured device-seconds, shared weights included. */
        DEVICE_SECONDS("device-seconds"),
        /** Seconds that a table recorded for the trainings. */
        SIMULATED_SECONDS("simulated seconds"),
        /** Trials, from 1. */
        TRIALS("trials");

        private final String label;

        Axis(String label) {
            this.label = label;
        }

        /** Words for a sentence. */
        public String label() {
            return label;
        }
    }

    /** The curves of all runs of a study that have a trial. */
    public static Map<RunKey, Incumbent> byRun(StudyResults study, Axis axis) {
        Map<RunKey, Incumbent> curves = new LinkedHashMap<>();
        study.trialsByRun().forEach((run, trials) -> curves.put(run, curve(trials, axis)));
        return curves;
    }

    /** The curve of one run over measured device-seconds. */
    public static Incumbent curve(List<StudyResults.TrialRow> trials) {
        return curve(trials, Axis.DEVICE_SECONDS);
    }

    /**
     * The curve of one run.
     *
     * @param trials of one run; failed ones cost and find nothing
     */
    public static Incumbent curve(List<StudyResults.TrialRow> trials, Axis axis) {
        List<Step> steps = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        double simulated = 0;
        double spent = 0;
        for (StudyResults.TrialRow trial : trials.stream()
                .sorted(Comparator.comparing(StudyResults.TrialRow::number))
                .toList()) {
            simulated += trial.simulatedSeconds();
            spent = switch (axis) {
                case DEVICE_SECONDS -> trial.spentDeviceSeconds();
                case SIMULATED_SECONDS -> simulated;
                case TRIALS -> trial.number() + 1.0;
            };
            double value = trial.value().orElse(Double.NEGATIVE_INFINITY);
            if (value > best) {
                best = value;
                if (!steps.isEmpty() && steps.get(steps.size() - 1).spent() == spent) {
                    steps.remove(steps.size() - 1);
                }
                steps.add(new Step(spent, best));
            }
        }
        return new Incumbent(steps, spent);
    }

    /** The best value at {@code spent}: empty before the first scored trial and beyond the run's end. */
    public OptionalDouble at(double spent) {
        if (spent > end) {
            return OptionalDouble.empty();
        }
        return steps.stream()
                .filter(step -> step.spent() <= spent)
                .mapToDouble(Step::value)
                .max();
    }
}
