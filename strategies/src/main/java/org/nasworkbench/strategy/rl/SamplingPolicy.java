package org.nasworkbench.strategy.rl;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.deeplearning4j.rl4j.network.IOutputNeuralNet;
import org.deeplearning4j.rl4j.observation.Observation;
import org.deeplearning4j.rl4j.policy.Policy;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Draws an option with the controller's probabilities, from a generator that is given for each episode. (RL4J's own policy draws
 * from ND4J's generator, which is another one in each thread.)
 */
final class SamplingPolicy extends Policy<Integer> {
    private final PolicyNetwork network;
    private RandomGenerator random;

    SamplingPolicy(PolicyNetwork network) {
        this.network = network;
    }

    /** Sets the generator of the next episode. */
    void beginEpisode(RandomGenerator generator) {
        random = generator;
    }

    @Override
    public IOutputNeuralNet getNeuralNet() {
        return network;
    }

    @Override
    public Integer nextAction(Observation observation) {
        INDArray policy = network.output(observation).get(CommonOutputNames.ActorCritic.Policy);
        double[] probabilities = new double[(int) policy.length()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = policy.getDouble(0, i, 0);
        }
        return draw(probabilities, random.nextDouble());
    }

    @Override
    @SuppressWarnings("deprecation")
    public Integer nextAction(INDArray state) {
        throw new UnsupportedOperationException("a state has a mask too: ask with an Observation");
    }

    /**
     * The option at quantile {@code u} of a distribution; never one of probability 0, such as those that a mask forbids.
     *
     * @param probabilities [options], known up to rounding
     * @param u in [0, 1)
     */
    static int draw(double[] probabilities, double u) {
        double total = Arrays.stream(probabilities).sum();
        if (!(total > 0 && Double.isFinite(total))) {
            throw new IllegalStateException("probabilities must be numbers, but sum to " + total
                    + ": the controller diverged; try a smaller learning-rate");
        }
        double left = u * total;
        int last = -1;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] > 0) {
                last = i;
                left -= probabilities[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}
