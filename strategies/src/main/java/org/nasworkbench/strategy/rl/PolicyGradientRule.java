package org.nasworkbench.strategy.rl;

import java.util.List;
import org.deeplearning4j.rl4j.agent.learning.update.Features;
import org.deeplearning4j.rl4j.agent.learning.update.FeaturesLabels;
import org.deeplearning4j.rl4j.agent.learning.update.IUpdateRule;
import org.deeplearning4j.rl4j.experience.StateActionReward;
import org.deeplearning4j.rl4j.network.ActorCriticNetwork;
import org.deeplearning4j.rl4j.network.CommonLabelNames;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.deeplearning4j.rl4j.network.NeuralNetOutput;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The policy gradient with a moving-average baseline. Williams, "Simple Statistical Gradient-Following Algorithms for
 * Connectionist Reinforcement Learning", Machine Learning 8, 1992, doi 10.1007/BF00992696; with several epochs the clipped
 * objective of Schulman et al., "Proximal Policy Optimization Algorithms", 2017, arXiv 1707.06347, equation 7.
 *
 * <p>The baseline begins at the first batch's mean. Deviations from PPO: no critic, no minibatches.
 */
final class PolicyGradientRule implements IUpdateRule<StateActionReward<Integer>> {
    private final ActorCriticNetwork network;
    private final ReinforceSettings settings;
    private double baseline = Double.NaN;
    private double entropy = Double.NaN;
    private int updates;

    PolicyGradientRule(ActorCriticNetwork network, ReinforceSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    /** @param steps of whole episodes in a row, each with its reward at its end */
    @Override
    public void update(List<StateActionReward<Integer>> steps) {
        Features features = new Features(new INDArray[] {channel(steps, 0), channel(steps, 1)});
        double[] advantages = advantages(steps);
        double[] before = null;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            NeuralNetOutput output = network.output(features);
            INDArray policy = output.get(CommonOutputNames.ActorCritic.Policy);
            double[] taken = taken(policy, steps);
            if (before == null) {
                before = taken;
                entropy = entropy(policy);
            }
            FeaturesLabels labels = new FeaturesLabels(features);
            // The value's own output as its label: no gradient.
            labels.putLabels(CommonLabelNames.ActorCritic.Value, output.get(CommonOutputNames.ActorCritic.Value));
            labels.putLabels(CommonLabelNames.ActorCritic.Policy, labels(policy, steps, advantages, before, taken));
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

    /** Each step's advantage: its episode's reward above the baseline, which then moves towards the batch's mean. */
    private double[] advantages(List<StateActionReward<Integer>> steps) {
        double mean = steps.stream()
                .filter(StateActionReward::isTerminal)
                .mapToDouble(StateActionReward::getReward)
                .average()
                .orElseThrow();
        if (Double.isNaN(baseline)) {
            baseline = mean;
        }
        double[] advantages = new double[steps.size()];
        double reward = 0;
        for (int i = steps.size() - 1; i >= 0; i--) {
            reward = steps.get(i).isTerminal() ? steps.get(i).getReward() : reward;
            advantages[i] = reward - baseline;
        }
        baseline = settings.baselineDecay() * baseline + (1 - settings.baselineDecay()) * mean;
        return advantages;
    }

    /** [steps, options]: ratio x advantage at the option taken, unless PPO's clip holds it; 0 elsewhere. */
    private INDArray labels(
            INDArray policy,
            List<StateActionReward<Integer>> steps,
            double[] advantages,
            double[] before,
            double[] now) {
        INDArray labels = Nd4j.zeros(policy.dataType(), policy.shape());
        for (int i = 0; i < advantages.length; i++) {
            double ratio = now[i] / before[i];
            boolean held = advantages[i] > 0 ? ratio > 1 + settings.clip() : ratio < 1 - settings.clip();
            labels.putScalar(i, steps.get(i).getAction(), held ? 0 : ratio * advantages[i]);
        }
        return labels;
    }

    private static INDArray channel(List<StateActionReward<Integer>> steps, int channel) {
        return Nd4j.vstack(steps.stream()
                .map(step -> step.getObservation().getChannelData(channel))
                .toArray(INDArray[]::new));
    }

    private static double[] taken(INDArray policy, List<StateActionReward<Integer>> steps) {
        double[] taken = new double[steps.size()];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = policy.getDouble(i, steps.get(i).getAction());
        }
        return taken;
    }

    private static double entropy(INDArray policy) {
        double sum = 0;
        for (double[] row : policy.toDoubleMatrix()) {
            for (double p : row) {
                sum -= p > 0 ? p * StrictMath.log(p) : 0;
            }
        }
        return sum / policy.rows();
    }
}
