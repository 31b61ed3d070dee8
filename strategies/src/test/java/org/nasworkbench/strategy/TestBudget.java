package org.nasworkbench.strategy;

/** A budget of trainings of full length; a shorter one counts as its share. */
final class TestBudget {
    private static final double ROUNDING = 1e-9;

    private final int trainings;
    private double spent;
    private boolean unannounced;
    private boolean askedTooMuch;

    TestBudget(int trainings) {
        this.trainings = trainings;
    }

    /** Is used up only after it was asked for one training too many. */
    void endUnannounced() {
        unannounced = true;
    }

    boolean exhausted() {
        return askedTooMuch || !unannounced && spent + ROUNDING >= trainings;
    }

    /** Spends on as many of the trainings asked for as it covers, and returns their number. */
    int take(int asked, double share) {
        int covered = (int) Math.min(asked, (trainings - spent + ROUNDING) / share);
        askedTooMuch = covered < asked;
        spent += covered * share;
        return covered;
    }
}
