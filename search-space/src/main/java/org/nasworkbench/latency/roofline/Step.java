package org.nasworkbench.latency.roofline;

import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;

/**
 * What a device does in one go: a layer, together with the batch norm and activations behind it that nothing else reads.
 *
 * @param macs multiply-accumulate operations
 * @param values numbers that pass between chip and main memory: every input once, every weight once, the output once
 */
record Step(long macs, long values) {
    /** The steps of a network, in order. Its input is no step: whoever reads it pays for that. */
    static List<Step> of(Network network) {
        List<Layer> layers = network.layers();
        int[] readers = new int[layers.size()];
        layers.forEach(layer -> layer.inputs().forEach(input -> readers[input]++));
        int[] stepOf = new int[layers.size()];
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            stepOf[i] = -1;
            if (layer.kind() instanceof LayerKind.Input) {
                continue;
            }
            int before = layer.inputs().isEmpty() ? -1 : layer.inputs().get(0);
            if (joins(layer.kind()) && readers[before] == 1 && stepOf[before] >= 0) {
                stepOf[i] = stepOf[before];
                Step step = steps.get(stepOf[i]);
                steps.set(stepOf[i], new Step(step.macs, step.values + bias(layer)));
            } else {
                stepOf[i] = steps.size();
                steps.add(new Step(
                        layer.macs(),
                        read(layer, layers)
                                + layer.parameters()
                                + layer.output().elements()));
            }
        }
        return steps;
    }

    private static boolean joins(LayerKind kind) {
        return kind instanceof LayerKind.BatchNorm
                || kind instanceof LayerKind.Relu
                || kind instanceof LayerKind.Relu6
                || kind instanceof LayerKind.Sigmoid;
    }

    /** A batch norm that joins leaves one bias for each channel. */
    private static long bias(Layer layer) {
        return layer.kind() instanceof LayerKind.BatchNorm ? layer.output().channels() : 0;
    }

    /** Zeros are written without reading anything. */
    private static long read(Layer layer, List<Layer> layers) {
        return layer.kind() instanceof LayerKind.Zero
                ? 0
                : layer.inputs().stream()
                        .mapToLong(input -> layers.get(input).output().elements())
                        .sum();
    }
}
