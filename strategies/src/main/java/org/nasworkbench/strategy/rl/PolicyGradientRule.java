package org.nasworkbench.strategy.rl;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.rl4j.agent.learning.update.Features;
import org.deeplearning4j.rl4j.agent.learning.update.FeaturesLabels;
import org.deeplearning4j.rl4j.agent.learning.update.IUpdateRule;
import org.deeplearning4j.rl4j.experience.StateActionReward;
import org.deeplearning4j.rl4j.network.CommonLabelNames;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The policy gradient with a moving-average baseline. Williams, "Simple Statistical Gradient-Following Algorithms for
 * Connectionist Reinforcement Learning", Machine Learning 8, 1992, doi 10.1007/BF00992696; with several epochs the clipped
 * objective of Schulman et al., "Proximal Policy Optimization Algorithms", 2017, arXiv 1707.06347, equation 7, for each decision.
 *
 * <p>The baseline of an update is the moving average of the batches before it; of the first, its own mean. Deviations from PPO:
 * no critic, no minibatches.
 */
final class PolicyGradientRule implements IUpdateRule<StateActionReward<Integer>> {
    private final PolicyNetwork network;
    private final ReinforceSettings settings;
    private final MovingAverage baseline;
    private double entropy = Double.NaN;
    private int updates;

    PolicyGradientRule(PolicyNetwork network, ReinforceSettings settings) {
        this.network = network;
        this.settings = settings;
        baseline = new MovingAverage(settings.baselineDecay());
    }

    /** @param steps of whole episodes in a row, each with its reward at its end */
    @Override
    public void update(List<StateActionReward<Integer>> steps) {
        Batch batch = new Batch(steps);
        Features features = batch.features();
        double[] advantages = advantages(batch.rewards());
        double[] before = null;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            INDArray policy = network.output(features).get(CommonOutputNames.ActorCritic.Policy);
            double[] now = batch.taken(policy);
            if (before == null) {
                before = now;
                entropy = entropy(policy);
            }
            FeaturesLabels labels = new FeaturesLabels(features);
            labels.putLabels(
                    CommonLabelNames.ActorCritic.Policy, batch.labels(slopes(advantages, before, now), policy));
            network.applyGradients(network.computeGradients(labels));
        }
        updates++;
    }

    /** Mean entropy in nats of the decisions of the latest batch, before it was learnt from. */
    double entropy() {
        return entropy;
    }

    @Override
    public int getUpdateCount() {
        return updates;
    }

    @Override
    public void notifyNewBatchStarted() {}

    /** Each episode's reward above the baseline, which then takes in the batch's mean. */
    private double[] advantages(double[] rewards) {
        double mean = Arrays.stream(rewards).average().orElseThrow();
        double level = baseline.orElse(mean);
        baseline.add(mean);
        return Arrays.stream(rewards).map(reward -> reward - level).toArray();
    }

    /**
     * The objective's slope by each step's log probability: ratio x advantage, unless PPO's clip holds it. At the first epoch the
     * ratio is 1, and it is REINFORCE.
     *
     * @param advantages of each episode
     * @param before probability of the option taken, of each step, when the batch was drawn
     */
    private double[] slopes(double[] advantages, double[] before, double[] now) {
        int decisions = before.length / advantages.length;
        double[] slopes = new double[before.length];
        for (int i = 0; i < slopes.length; i++) {
            double advantage = advantages[i / decisions];
            double ratio = now[i] / before[i];
            boolean held = advantage > 0 ? ratio > 1 + settings.clip() : ratio < 1 - settings.clip();
            slopes[i] = held ? 0 : ratio * advantage;
        }
        return slopes;
    }

    private static double entropy(INDArray policy) {
        double sum = 0;
        for (int i = 0; i < policy.length(); i++) {
            double p = policy.getDouble(i);
            sum -= p > 0 ? p * StrictMath.log(p) : 0;
        }
        return sum / (policy.size(0) * policy.size(2));
    }
}
