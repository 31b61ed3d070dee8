package org.nasworkbench.experiment.run;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a run has used of its budget. Counts in the order of proposals, so that any number of workers gives the same count. */
final class BudgetMeter {
    /** A search that mostly repeats itself ends when it has asked so many times its number of trainings. */
    private static final int ASKED_PER_TRAINING = 20;

    private static final int FEWEST_TRAININGS = 10;

    private final OptionalInt trainings;
    private final OptionalDouble seconds;
    private int trained;
    private int asked;
    private double spent;

    BudgetMeter(OptionalInt trainings, OptionalDouble seconds) {
        this.trainings = trainings;
        this.seconds = seconds;
    }

    /** Whether one more network may be trained, within a batch that has begun. */
    boolean allowsTraining() {
        return trainings.isEmpty() || trained < trainings.getAsInt();
    }

    boolean exhausted() {
        return !allowsTraining()
                || (seconds.isPresent() && spent >= seconds.getAsDouble())
                || asked >= (long) ASKED_PER_TRAINING * Math.max(FEWEST_TRAININGS, trainings.orElse(trained));
    }

    void ask(boolean trains) {
        asked++;
        trained += trains ? 1 : 0;
    }

    void spend(double deviceSeconds) {
        spent += deviceSeconds;
    }

    int trained() {
        return trained;
    }

    double spent() {
        return spent;
    }

    /** How much of the budget is used, in [0, 1]. */
    double fraction() {
        double byCount = trainings.isPresent() ? (double) trained / trainings.getAsInt() : 0;
        double byTime = seconds.isPresent() ? spent / seconds.getAsDouble() : 0;
        return Math.min(1, Math.max(byCount, byTime));
    }
}
