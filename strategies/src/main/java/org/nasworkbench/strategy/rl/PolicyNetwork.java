package org.nasworkbench.strategy.rl;

import org.deeplearning4j.rl4j.network.BaseNetwork;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.deeplearning4j.rl4j.network.INetworkHandler;
import org.deeplearning4j.rl4j.network.NeuralNetOutput;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A controller as an RL4J network with one output, the policy: probabilities [episodes, options, decisions]. (RL4J's actor-critic
 * network asks for a value too; our baseline is a moving average.)
 */
class PolicyNetwork extends BaseNetwork<PolicyNetwork> {
    private final boolean recurrent;

    /** @param recurrent whether it remembers earlier observations of the episode until it is reset */
    PolicyNetwork(INetworkHandler handler, boolean recurrent) {
        super(handler);
        this.recurrent = recurrent;
    }

    /** @param seed of the weights; not 0, which DL4J takes for the clock */
    static PolicyNetwork create(ArchitectureEnvironment environment, ReinforceSettings settings, long seed) {
        return switch (settings.controller()) {
            case MLP ->
                new PolicyNetwork(
                        ControllerGraph.mlp(environment, settings, seed).handler(), false);
            case LSTM ->
                new PolicyNetwork(
                        ControllerGraph.lstm(environment, settings, seed).handler(), true);
            case LOGITS -> new PolicyNetwork(new LogitTable(environment, settings), false);
        };
    }

    @Override
    public boolean isRecurrent() {
        return recurrent;
    }

    @Override
    protected NeuralNetOutput packageResult(INDArray[] outputs) {
        NeuralNetOutput result = new NeuralNetOutput();
        result.put(CommonOutputNames.ActorCritic.Policy, outputs[0]);
        return result;
    }

    @Override
    public PolicyNetwork clone() {
        return new PolicyNetwork(getNetworkHandler().clone(), recurrent);
    }
}
