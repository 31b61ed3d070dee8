package org.nasworkbench.strategy.rl;

import java.util.List;
import org.deeplearning4j.rl4j.agent.learning.update.Features;
import org.deeplearning4j.rl4j.experience.StateActionReward;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whole episodes of one length, side by side: decisions are time steps, as DL4J has them, [episodes, values, decisions]. */
final class Batch {
    private final List<StateActionReward<Integer>> steps;
    private final int decisions;

    /** @param steps episode after episode */
    Batch(List<StateActionReward<Integer>> steps) {
        this.steps = steps;
        decisions = steps.size() / rewards().length;
    }

    /** Of each episode, at its end. */
    double[] rewards() {
        return steps.stream()
                .filter(StateActionReward::isTerminal)
                .mapToDouble(StateActionReward::getReward)
                .toArray();
    }

    /** Both channels, [episodes, values, decisions]. */
    Features features() {
        return new Features(new INDArray[] {channel(0), channel(1)});
    }

    /**
     * Of each step, in order, the probability of the option taken.
     *
     * @param policy [episodes, options, decisions]
     */
    double[] taken(INDArray policy) {
        double[] taken = new double[steps.size()];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = policy.getDouble(i / decisions, steps.get(i).getAction(), i % decisions);
        }
        return taken;
    }

    /**
     * Labels for a policy: each step's at the option taken, 0 elsewhere; [episodes, options, decisions].
     *
     * @param values of each step, in order
     */
    INDArray labels(double[] values, INDArray policy) {
        INDArray labels = Nd4j.zeros(policy.dataType(), policy.shape());
        for (int i = 0; i < values.length; i++) {
            labels.putScalar(i / decisions, steps.get(i).getAction(), i % decisions, values[i]);
        }
        return labels;
    }

    private INDArray channel(int channel) {
        int length = (int) steps.get(0).getObservation().getChannelData(channel).length();
        double[] values = new double[steps.size() * length];
        for (int i = 0; i < steps.size(); i++) {
            INDArray step = steps.get(i).getObservation().getChannelData(channel);
            for (int j = 0; j < length; j++) {
                values[(i / decisions * length + j) * decisions + i % decisions] = step.getDouble(0, j, 0);
            }
        }
        return Nd4j.create(values, new long[] {steps.size() / decisions, length, decisions}, 'c');
    }
}
