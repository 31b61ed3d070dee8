package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nasworkbench.work.CostCategory;

/**
 * The best value that a run had found so far, as a step function of what it had spent. Trainings shorter than the full length cost
 * and find nothing: their scores do not compare.
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
        /** Trainings that were paid for, a shorter one as its share of a full one; repeats from the record are none. */
        TRAININGS("trainings");

        private final String label;

        Axis(String label) {
            this.label = label;
        }

        /** Words for a sentence. */
        public String label() {
            return label;
        }

        /**
         * What a study's searches are to be compared by: trainings where its budget counts them, unless some search trains shared
         * weights, which that number leaves out; time otherwise, simulated where a table records it.
         */
        public static Axis of(StudyResults study) {
            boolean shared = study.charges().stream()
                    .anyMatch(charge -> CostCategory.of(charge.category()) == CostCategory.SHARED_WEIGHTS);
            if (!shared && "trainings".equals(study.facts().get("budget_in"))) {
                return TRAININGS;
            }
            if (study.simulated()) {
                return SIMULATED_SECONDS;
            }
            return study.trials().stream().anyMatch(trial -> trial.spentDeviceSeconds() > 0)
                    ? DEVICE_SECONDS
                    : TRAININGS;
        }
    }

    /** The curves of all runs of a study that have a trial. */
    public static Map<RunKey, Incumbent> byRun(StudyResults study, Axis axis) {
        int fullEpochs = study.fullEpochs();
        Map<RunKey, Incumbent> curves = new LinkedHashMap<>();
        study.trialsByRun().forEach((run, trials) -> curves.put(run, curve(trials, axis, fullEpochs)));
        return curves;
    }

    /**
     * The curve of one run.
     *
     * @param trials of one run by number; failed ones cost and find nothing
     */
    static Incumbent curve(List<StudyResults.TrialRow> trials, Axis axis, int fullEpochs) {
        List<Step> steps = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        double simulated = 0;
        double epochs = 0;
        double spent = 0;
        for (StudyResults.TrialRow trial : trials) {
            simulated += trial.simulatedSeconds();
            epochs += trial.cached() ? 0 : trial.epochs();
            spent = switch (axis) {
                case DEVICE_SECONDS -> trial.spentDeviceSeconds();
                case SIMULATED_SECONDS -> simulated;
                case TRAININGS -> epochs / fullEpochs;
            };
            double value = trial.epochs() < fullEpochs
                    ? Double.NEGATIVE_INFINITY
                    : trial.value().orElse(best);
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
