package org.nasworkbench.strategy.rl;

/**
 * An exponential moving average that is right from the start: each value weighs {@code decay} times the next one, and the weights
 * sum to 1. With a decay of 1 it is the mean of all values.
 */
final class MovingAverage {
    private final double decay;
    private double sum;
    private double weight;

    MovingAverage(double decay) {
        this.decay = decay;
    }

    void add(double value) {
        sum = decay * sum + value;
        weight = decay * weight + 1;
    }

    /** The average, or {@code first} where nothing was added yet. */
    double orElse(double first) {
        return weight > 0 ? sum / weight : first;
    }
}
