package org.nasworkbench.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind.BatchNorm;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.Network;

/** Which batch norms of a network become part of a convolution: those that follow one whose output nothing else takes. */
final class FoldedNorms {
    private final Map<Integer, Integer> normOf = new HashMap<>();

    /** None. */
    FoldedNorms() {}

    /** All that can be folded. */
    FoldedNorms(Network network) {
        List<Layer> layers = network.layers();
        int[] takers = new int[layers.size()];
        layers.forEach(layer -> layer.inputs().forEach(input -> takers[input]++));
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).kind() instanceof BatchNorm) {
                int before = layers.get(i).inputs().get(0);
                if (layers.get(before).kind() instanceof Convolution && takers[before] == 1) {
                    normOf.put(before, i);
                }
            }
        }
    }

    /** The norm that a convolution takes in, both by their indices. */
    Optional<Integer> after(int convolution) {
        return Optional.ofNullable(normOf.get(convolution));
    }

    /** Whether a layer is part of the convolution before it. */
    boolean contains(int norm) {
        return normOf.containsValue(norm);
    }

    /**
     * Multiplies a convolution's weights, and sets its bias, so that it computes what convolution and norm did.
     *
     * @param weight [out][the rest], changed
     * @param bias [out], changed
     * @param norm name of the norm
     */
    static void fold(float[] weight, float[] bias, String norm, Function<String, float[]> weights) {
        float[] scale = weights.apply(norm + ".scale");
        float[] shift = weights.apply(norm + ".shift");
        float[] mean = weights.apply(norm + ".mean");
        float[] variance = weights.apply(norm + ".variance");
        int each = weight.length / bias.length;
        for (int channel = 0; channel < bias.length; channel++) {
            double factor = scale[channel] / Math.sqrt((double) variance[channel] + BatchNorm.EPSILON);
            for (int i = channel * each; i < (channel + 1) * each; i++) {
                weight[i] = (float) (weight[i] * factor);
            }
            bias[channel] = (float) (shift[channel] + (bias[channel] - mean[channel]) * factor);
        }
    }
}
