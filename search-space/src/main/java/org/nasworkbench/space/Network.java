package org.nasworkbench.space;

import java.io.Serializable;
import java.util.List;

/**
 * The layers of an architecture (or of a part of one) for one input shape, in an order in which they can be computed. The
 * first layer is the input, the last one the output.
 *
 * @param layers at least the input
 */
public record Network(List<Layer> layers) implements Serializable {
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(layers.get(0).kind() instanceof LayerKind.Input)) {
            throw new IllegalArgumentException("a network must begin with its input");
        }
    }

    /** Shape of the input. */
    public Shape input() {
        return layers.get(0).output();
    }

    /** Shape of the output. */
    public Shape output() {
        return layers.get(layers.size() - 1).output();
    }

    /** Multiply-accumulate operations of one image, convolutions and linear layers only. */
    public long macs() {
        return layers.stream().mapToLong(Layer::macs).sum();
    }

    /** Learned numbers. */
    public long parameters() {
        return layers.stream().mapToLong(Layer::parameters).sum();
    }
}
