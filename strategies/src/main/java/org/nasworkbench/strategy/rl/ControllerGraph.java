package org.nasworkbench.strategy.rl;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.rl4j.network.ChannelToNetworkInputMapper;
import org.deeplearning4j.rl4j.network.ChannelToNetworkInputMapper.NetworkInputToChannelBinding;
import org.deeplearning4j.rl4j.network.CommonGradientNames;
import org.deeplearning4j.rl4j.network.CommonLabelNames;
import org.deeplearning4j.rl4j.network.ComputationGraphHandler;
import org.deeplearning4j.rl4j.network.INetworkHandler;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A controller that is a DL4J network: state, hidden layer, one logit an option, plus the mask, softmax; decisions are its time
 * steps. It begins with the uniform distribution, because the logits' weights begin at 0.
 */
record ControllerGraph(ComputationGraph graph) {
    private static final String[] CHANNELS = {ArchitectureEnvironment.STATE, ArchitectureEnvironment.MASK};

    /** Feed-forward: a tanh layer, applied to each decision by itself. */
    static ControllerGraph mlp(ArchitectureEnvironment environment, ReinforceSettings settings, long seed) {
        Layer hidden = new TimeDistributed(new DenseLayer.Builder()
                .nIn(environment.stateSize())
                .nOut(settings.hidden())
                .activation(Activation.TANH)
                .weightInit(WeightInit.XAVIER)
                .build());
        return of(environment, settings, seed, hidden);
    }

    /** Recurrent: one LSTM layer, its weights uniform in [-0.1, 0.1] at first, as in NASNet. */
    static ControllerGraph lstm(ArchitectureEnvironment environment, ReinforceSettings settings, long seed) {
        Layer hidden = new LSTM.Builder()
                .nIn(environment.stateSize())
                .nOut(settings.hidden())
                .activation(Activation.TANH)
                .weightInit(new UniformDistribution(-0.1, 0.1))
                .build();
        return of(environment, settings, seed, hidden);
    }

    /** What RL4J drives the network by. */
    INetworkHandler handler() {
        NetworkInputToChannelBinding[] bindings = {
            NetworkInputToChannelBinding.map(CHANNELS[0], CHANNELS[0]),
            NetworkInputToChannelBinding.map(CHANNELS[1], CHANNELS[1])
        };
        return new ComputationGraphHandler(
                graph,
                new String[] {CommonLabelNames.ActorCritic.Policy},
                CommonGradientNames.ActorCritic.Policy,
                new ChannelToNetworkInputMapper(bindings, CHANNELS, CHANNELS));
    }

    private static ControllerGraph of(
            ArchitectureEnvironment environment, ReinforceSettings settings, long seed, Layer hidden) {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.DOUBLE)
                .updater(new Adam(settings.learningRate()))
                .graphBuilder()
                .addInputs(CHANNELS)
                .addLayer("hidden", hidden, ArchitectureEnvironment.STATE)
                .addLayer("logits", logits(settings.hidden(), environment.options()), "hidden")
                .addVertex(
                        "masked",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        "logits",
                        ArchitectureEnvironment.MASK)
                .addLayer(
                        "policy",
                        new RnnLossLayer.Builder(new PolicyLoss(settings.entropy()))
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "masked")
                .setOutputs("policy")
                .build());
        graph.init();
        return new ControllerGraph(graph);
    }

    private static Layer logits(int hidden, int options) {
        return new TimeDistributed(new DenseLayer.Builder()
                .nIn(hidden)
                .nOut(options)
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.ZERO)
                .build());
    }
}
