package org.nasworkbench.experiment.run;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nasworkbench.evaluation.Cost;

/** What a run has used of its budget. Counts in the order of proposals, so that any number of workers gives the same count. */
final class BudgetMeter {
    /** A search that mostly repeats itself ends when it has asked so many times its number of trainings. */
    private static final int ASKED_PER_TRAINING = 20;

    private static final int FEWEST_TRAININGS = 10;
    private static final double ROUNDING = 1e-9;

    private final Limits first;
    private final long turn;
    private final Limits then;
    private double trained;
    private long asked;
    private double spent;
    private double simulated;
    private boolean full;

    /**
     * What a run may use.
     *
     * @param trainings of full length; shorter ones count as their share
     * @param deviceSeconds measured; the training that goes beyond is the last
     * @param simulatedSeconds by a table's record; a training that would go beyond is not begun
     */
    record Limits(OptionalInt trainings, OptionalDouble deviceSeconds, OptionalDouble simulatedSeconds) {}

    BudgetMeter(Limits limits) {
        this(limits, 0, limits);
    }

    /**
     * A budget that changes on the way.
     *
     * @param turn after so many proposals the second limits hold, in which all that was used before counts
     */
    BudgetMeter(Limits first, long turn, Limits then) {
        this.first = first;
        this.turn = turn;
        this.then = then;
    }

    private Limits limits() {
        return asked >= turn ? then : first;
    }

    /**
     * Whether one more network may be trained, within a batch that has begun; once it may not, the budget is used up.
     *
     * @param share of a full training
     * @param seconds that a table recorded for it
     */
    boolean allows(double share, double seconds) {
        full |= limits().trainings().isPresent()
                        && trained + share > limits().trainings().getAsInt() + ROUNDING
                || limits().simulatedSeconds().isPresent()
                        && simulated + seconds > limits().simulatedSeconds().getAsDouble() + ROUNDING;
        return !full;
    }

    boolean exhausted() {
        return full
                || limits().trainings().isPresent()
                        && trained + ROUNDING >= limits().trainings().getAsInt()
                || limits().deviceSeconds().isPresent()
                        && spent >= limits().deviceSeconds().getAsDouble()
                || limits().simulatedSeconds().isPresent()
                        && simulated >= limits().simulatedSeconds().getAsDouble()
                || asked
                        >= ASKED_PER_TRAINING
                                * Math.max(
                                        FEWEST_TRAININGS, limits().trainings().orElse((int) trained));
    }

    /** A proposal; {@code share} of a full training, 0 where an earlier trial answers. */
    void ask(double share, double seconds) {
        asked++;
        trained += share;
        simulated += seconds;
    }

    /** Proposals so far. */
    long asked() {
        return asked;
    }

    void spend(Cost cost) {
        spent += cost.deviceSeconds();
    }

    void spend(double deviceSeconds) {
        spent += deviceSeconds;
    }

    /** Trainings of full length. */
    double trained() {
        return trained;
    }

    /** Device-seconds: measured ones, or those by a table's record. */
    double spent() {
        return spent + simulated;
    }

    /** How much of the budget is used, in [0, 1]. */
    double fraction() {
        double byCount = limits().trainings().isPresent()
                ? trained / limits().trainings().getAsInt()
                : 0;
        double byTime = limits().deviceSeconds().isPresent()
                ? spent / limits().deviceSeconds().getAsDouble()
                : 0;
        double simulatedly = limits().simulatedSeconds().isPresent()
                ? simulated / limits().simulatedSeconds().getAsDouble()
                : 0;
        return full ? 1 : Math.min(1, Math.max(simulatedly, Math.max(byCount, byTime)));
    }
}
