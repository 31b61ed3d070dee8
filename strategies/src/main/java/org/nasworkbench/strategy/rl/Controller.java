package org.nasworkbench.strategy.rl;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.rl4j.network.ActorCriticNetwork;
import org.deeplearning4j.rl4j.network.ChannelToNetworkInputMapper.NetworkInputToChannelBinding;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Makes the controller's network: state, hidden tanh layer, one logit an option, plus the mask, softmax. It begins with the
 * uniform distribution, because the logits' weights begin at 0. RL4J asks for a value output too; nothing trains it, as the
 * baseline is a moving average.
 */
final class Controller {
    private Controller() {}

    /** @param seed of the weights; not 0, which DL4J takes for the clock */
    static ActorCriticNetwork create(ArchitectureEnvironment environment, ReinforceSettings settings, long seed) {
        ComputationGraph graph = new ComputationGraph(configuration(environment, settings, seed));
        graph.init();
        return ActorCriticNetwork.builder()
                .withCombinedNetwork(graph)
                .inputBindings(new NetworkInputToChannelBinding[] {
                    NetworkInputToChannelBinding.map(ArchitectureEnvironment.STATE, ArchitectureEnvironment.STATE),
                    NetworkInputToChannelBinding.map(ArchitectureEnvironment.MASK, ArchitectureEnvironment.MASK)
                })
                .channelNames(new String[] {ArchitectureEnvironment.STATE, ArchitectureEnvironment.MASK})
                .build();
    }

    private static ComputationGraphConfiguration configuration(
            ArchitectureEnvironment environment, ReinforceSettings settings, long seed) {
        int hidden = settings.hidden();
        int options = environment.options();
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(settings.learningRate()))
                .weightInit(WeightInit.XAVIER)
                .graphBuilder()
                .addInputs(ArchitectureEnvironment.STATE, ArchitectureEnvironment.MASK)
                .addLayer(
                        "hidden",
                        new DenseLayer.Builder()
                                .nIn(environment.stateSize())
                                .nOut(hidden)
                                .activation(Activation.TANH)
                                .build(),
                        ArchitectureEnvironment.STATE)
                .addLayer(
                        "logits",
                        new DenseLayer.Builder()
                                .nIn(hidden)
                                .nOut(options)
                                .activation(Activation.IDENTITY)
                                .weightInit(WeightInit.ZERO)
                                .build(),
                        "hidden")
                .addVertex(
                        "masked",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        "logits",
                        ArchitectureEnvironment.MASK)
                .addLayer(
                        "policy",
                        new LossLayer.Builder(new PolicyLoss(settings.entropy()))
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "masked")
                .addLayer(
                        "value",
                        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                                .nIn(hidden)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "hidden")
                // RL4J tells the outputs apart by this order.
                .setOutputs("value", "policy")
                .build();
    }
}
