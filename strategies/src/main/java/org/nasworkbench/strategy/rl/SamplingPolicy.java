package org.nasworkbench.strategy.rl;

import java.util.random.RandomGenerator;
import org.deeplearning4j.rl4j.network.ActorCriticNetwork;
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
    private final ActorCriticNetwork network;
    private RandomGenerator random;

    SamplingPolicy(ActorCriticNetwork network) {
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
        INDArray output = network.output(observation).get(CommonOutputNames.ActorCritic.Policy);
        return draw(output.toDoubleVector(), observation.getChannelData(1).toDoubleVector(), random.nextDouble());
    }

    @Override
    @SuppressWarnings("deprecation")
    public Integer nextAction(INDArray state) {
        throw new UnsupportedOperationException("a state has a mask too: ask with an Observation");
    }

    /**
     * The option at quantile {@code u} of the allowed ones' distribution.
     *
     * @param probabilities [options]
     * @param mask [options], 0 where allowed
     * @param u in [0, 1)
     */
    static int draw(double[] probabilities, double[] mask, double u) {
        double total = 0;
        for (int i = 0; i < mask.length; i++) {
            total += mask[i] == 0 ? probabilities[i] : 0;
        }
        if (!(total > 0 && Double.isFinite(total))) {
            throw new IllegalStateException("probabilities must be numbers, but sum to " + total
                    + ": the controller diverged; try a smaller learning-rate");
        }
        double left = u * total;
        int last = -1;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == 0 && probabilities[i] > 0) {
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
