package org.nasworkbench.strategy.supernet;

import java.io.Serializable;

/**
 * What makes one supernet method differ from another.
 *
 * @param sampling which paths are trained
 * @param warmupEpochs epochs in which only shared weights are trained
 * @param logits how the logits learn; null where the sampling has none
 */
record Recipe(Sampling sampling, int warmupEpochs, LogitsRecipe logits) implements Serializable {
    Recipe {
        if (sampling.learnsLogits() != (logits != null)) {
            throw new IllegalArgumentException(
                    sampling + (sampling.learnsLogits() ? " needs" : " has no") + " logits to learn");
        }
    }

    /**
     * How logits learn.
     *
     * @param rule how they change by their gradient
     * @param loss what they minimise
     * @param temperature of the Gumbel-softmax
     * @param every so many steps of the weights there is one of theirs, at least 1
     * @param heldOut whether they learn on images that the weights never see; otherwise both learn by one pass on the same batch
     */
    record LogitsRecipe(Logits.Rule rule, LatencyLoss loss, Temperature temperature, int every, boolean heldOut)
            implements Serializable {}

    /**
     * A temperature that falls over the epochs.
     *
     * @param exponential by a factor each epoch, until the last one; otherwise in a straight line over three quarters of the epochs
     */
    record Temperature(double first, double last, boolean exponential) implements Serializable {
        double at(int epoch, int epochs) {
            double fraction = (double) epoch / Math.max(1, epochs - 1);
            return exponential
                    ? first * StrictMath.pow(last / first, fraction)
                    : first + Math.min(1, fraction / 0.75) * (last - first);
        }
    }

    /** The temperature at an epoch; 1 where nothing is mixed. */
    double temperature(int epoch, int epochs) {
        return logits == null ? 1 : logits.temperature().at(epoch, epochs);
    }

    /** Whether a step of the weights is followed by one of the logits. */
    boolean learnsLogits(int epoch, int step) {
        return logits != null && epoch >= warmupEpochs && step % logits.every() == 0;
    }
}
