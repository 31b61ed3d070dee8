package org.nasworkbench.latency;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.onnx.OnnxModel;
import org.nasworkbench.space.Network;

/** A network as an ONNX model before any training: what a platform runs that takes such models. */
public final class InitialModel {
    private InitialModel() {}

    /** The model's bytes; batch 1, float32, batch norms folded. */
    public static byte[] of(Network network, RandomGenerator random) {
        try (TrainedNetwork initial = new TrainedNetwork(network, random)) {
            return OnnxModel.of(network, initial.weights()::values, OnnxModel.Form.FOR_USE, Map.of());
        }
    }
}
